import { useState } from 'preact/hooks';
import type { Catalog, StandardId } from '../../core/catalog/catalog.ts';
import { standardsOfScene } from '../../core/catalog/lookup.ts';
import type { Choice } from '../../core/deck/compose.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { go } from '../shell/route.ts';
import { sceneName } from '../shell/words.ts';
import { causeOf } from '../store/cause.ts';
import { minutesText } from './words.ts';

interface CourseFormProps {
  catalog: Catalog;
  choice: Choice;
  /** The minutes that a choice takes; null where nothing is chosen. */
  plan: (choice: Choice) => number | null;
  save: (choice: Choice) => Promise<void>;
}

const shortest = 5;
const longest = 480;

/** Title, time, and the items by scene. */
export function CourseForm({ catalog, choice: start, plan, save }: CourseFormProps) {
  const [choice, setChoice] = useState(start);
  const [minutes, setMinutes] = useState(String(start.minutes));
  const [errors, setErrors] = useState<readonly { field: string; text: string }[]>([]);
  const change = (part: Partial<Choice>) => setChoice({ ...choice, ...part });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text ?? null;

  const whole = { ...choice, minutes: Number(minutes.normalize('NFKC').trim() || Number.NaN) };
  const planned = whole.minutes >= shortest && whole.minutes <= longest ? plan(whole) : null;

  const submit = async (event: Event) => {
    event.preventDefault();
    const found = faultsOf(whole);
    setErrors(found);
    if (found.length > 0) return;
    try {
      await save({ ...whole, title: whole.title.trim() });
      go('#/');
    } catch (error) {
      setErrors([{ field: 'course-save', text: t('keep.why', { cause: causeOf(error) }) }]);
    }
  };
  const pick = (ids: readonly StandardId[], picked: boolean) => {
    const others = choice.standards.filter((id) => !ids.includes(id));
    change({ standards: picked ? [...others, ...ids] : others });
  };

  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary errors={errors} />
      <TextField
        id="course-title"
        label={t('course.title')}
        mark="required"
        error={errorOf('course-title')}
        length={25}
        maxLength={60}
        value={choice.title}
        onInput={(title) => change({ title })}
      />
      <TextField
        id="course-minutes"
        label={t('course.minutes')}
        mark="required"
        support={t('course.minutesHelp')}
        error={errorOf('course-minutes')}
        length={5}
        maxLength={5}
        value={minutes}
        onInput={setMinutes}
      />
      <Checkbox
        id="course-aim"
        label={t('course.aim')}
        checked={choice.aim}
        onChange={(aim) => change({ aim })}
      />
      <Checkbox
        id="course-philosophies"
        label={t('course.philosophies', { count: catalog.philosophies.length })}
        checked={choice.philosophies}
        onChange={(philosophies) => change({ philosophies })}
      />
      <h2 id="course-items" tabIndex={-1}>
        {t('course.items', { count: choice.standards.length })}
      </h2>
      {catalog.scenes.map((scene) => {
        const standards = standardsOfScene(catalog, scene.id);
        const ids = standards.map(({ id }) => id);
        const count = ids.filter((id) => choice.standards.includes(id)).length;
        return (
          <fieldset key={scene.id} class="t-pick">
            <legend>
              {sceneName(scene)}（{count}／{ids.length}）
            </legend>
            <Checkbox
              id={`scene-${scene.id}`}
              label={t('course.wholeScene', { scene: sceneName(scene) })}
              checked={count === ids.length}
              onChange={(picked) => pick(ids, picked)}
            />
            <div class="t-pick-items">
              {standards.map(({ id, text }) => (
                <Checkbox
                  key={id}
                  id={`pick-${id}`}
                  label={text}
                  checked={choice.standards.includes(id)}
                  onChange={(picked) => pick([id], picked)}
                />
              ))}
            </div>
          </fieldset>
        );
      })}
      <p role="status">
        {planned !== null &&
          t(planned > whole.minutes ? 'course.tooLong' : 'course.planned', {
            time: minutesText(planned),
          })}
      </p>
      <Buttons>
        <Button kind="primary" type="submit" id="course-save">
          {t('course.save')}
        </Button>
        <ButtonLink href="#/">{t('ui.cancel')}</ButtonLink>
      </Buttons>
    </form>
  );
}

function faultsOf({ title, minutes, standards }: Choice): { field: string; text: string }[] {
  const inTime = minutes >= shortest && minutes <= longest;
  return [
    ...(title.trim() ? [] : [{ field: 'course-title', text: t('course.titleMissing') }]),
    ...(inTime
      ? []
      : [{ field: 'course-minutes', text: t('course.minutesWrong', { shortest, longest }) }]),
    ...(standards.length > 0 ? [] : [{ field: 'course-items', text: t('next.chooseItem') }]),
  ];
}
