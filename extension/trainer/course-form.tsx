import { useState } from 'preact/hooks';
import type { Catalog, StandardId } from '../../core/catalog/catalog.ts';
import { standardById, standardsOfScene } from '../../core/catalog/lookup.ts';
import { timesOf } from '../../core/deck/choice.ts';
import type { Choice } from '../../core/deck/compose.ts';
import { type Course, plannedMinutes } from '../../core/deck/course.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Checkbox, TextField } from '../../ui/field.tsx';
import { go } from '../shell/route.ts';
import { sceneName } from '../shell/words.ts';
import { causeOf } from '../store/cause.ts';
import { OwnTimes } from './own-times.tsx';
import { minutesText } from './words.ts';

interface CourseFormProps {
  catalog: Catalog;
  choice: Choice;
  /** The course that a choice makes; null where nothing is chosen. */
  plan: (choice: Choice) => Course | null;
  save: (choice: Choice) => Promise<void>;
}

interface Fault {
  readonly field: string;
  readonly text: string;
}

const shortest = 5;
const longest = 480;
const shortestItem = 0.5;

/** A number in whatever width it is typed; NaN where it is none. */
const numberOf = (text: string): number => Number(text.normalize('NFKC').trim() || Number.NaN);

/** Title, time, and the items by scene. */
export function CourseForm({ catalog, choice: start, plan, save }: CourseFormProps) {
  const [choice, setChoice] = useState(start);
  const [minutes, setMinutes] = useState(String(start.minutes));
  const [times, setTimes] = useState<ReadonlyMap<StandardId, string> | null>(
    start.own.size > 0 ? new Map([...start.own].map(([id, time]) => [id, String(time)])) : null,
  );
  const [attempt, setAttempt] = useState(0);
  const [told, setTold] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const change = (part: Partial<Choice>) => setChoice({ ...choice, ...part });

  const typed = [...(times ?? [])].filter(
    ([id, time]) => time.trim() && choice.standards.includes(id),
  );
  const own = new Map(typed.map(([id, time]) => [id, numberOf(time)]));
  const whole = { ...choice, minutes: numberOf(minutes), own };
  const faults = faultsOf(whole, catalog);
  const planned = faults.some(({ field }) => field !== 'course-title') ? null : plan(whole);
  const plannedTime = planned && plannedMinutes(planned);
  // What was told when saving was tried goes as soon as it is mended; nothing new is told while typing.
  const errors = faults.filter(({ field }) => told.includes(field));
  if (failure !== null) errors.push({ field: 'course-save', text: failure });
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.text ?? null;

  const submit = async (event: Event) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    setTold(faults.map(({ field }) => field));
    setFailure(null);
    if (faults.length > 0) return;
    try {
      await save({ ...whole, title: whole.title.trim() });
      go('#/');
    } catch (error) {
      setFailure(t('keep.why', { cause: causeOf(error) }));
    }
  };
  const pick = (ids: readonly StandardId[], picked: boolean) => {
    const others = choice.standards.filter((id) => !ids.includes(id));
    change({ standards: picked ? [...others, ...ids] : others });
  };

  return (
    <form onSubmit={submit} noValidate>
      <ErrorSummary key={attempt} errors={errors} />
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
      <Checkbox
        id="course-own-times"
        label={t('course.ownTimes')}
        checked={times !== null}
        onChange={(wished) => setTimes(wished ? new Map() : null)}
      />
      {times && (
        <OwnTimes
          standards={catalog.standards.filter(({ id }) => choice.standards.includes(id))}
          times={times}
          planned={planned && timesOf(planned)}
          errorOf={errorOf}
          onInput={(id, time) => setTimes(new Map([...times, [id, time]]))}
        />
      )}
      <div class="t-save">
        <p role="status">
          {plannedTime !== null &&
            t(plannedTime > whole.minutes ? 'course.tooLong' : 'course.size', {
              count: choice.standards.length,
              time: minutesText(plannedTime),
            })}
        </p>
        <Buttons>
          <Button kind="primary" type="submit" id="course-save">
            {t('course.save')}
          </Button>
          <ButtonLink kind="text" href="#/">
            {t('ui.cancel')}
          </ButtonLink>
        </Buttons>
      </div>
    </form>
  );
}

function faultsOf({ title, minutes, standards, own }: Choice, catalog: Catalog): Fault[] {
  const faults: Fault[] = [];
  if (!title.trim()) faults.push({ field: 'course-title', text: t('course.titleMissing') });
  if (!(minutes >= shortest && minutes <= longest)) {
    faults.push({ field: 'course-minutes', text: t('course.minutesWrong', { shortest, longest }) });
  }
  if (standards.length === 0) faults.push({ field: 'course-items', text: t('next.chooseItem') });
  for (const [id, time] of own) {
    if (time >= shortestItem && time <= longest) continue;
    const item = standardById(catalog, id)?.text ?? id;
    const text = t('course.timeWrong', { item, shortest: shortestItem, longest });
    faults.push({ field: `time-${id}`, text });
  }
  return faults;
}
