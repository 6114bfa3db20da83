import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Catalog, StandardId } from '../../../core/catalog/catalog.ts';
import { standardsOfScene } from '../../../core/catalog/lookup.ts';
import { timesOf } from '../../../core/training/choice.ts';
import type { Choice } from '../../../core/training/compose.ts';
import { type Course, plannedMinutes } from '../../../core/training/course.ts';
import { t } from '../../../locales/t.ts';
import { Button, ButtonLink, Buttons } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Checkbox, TextField } from '../../../ui/field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { go } from '../../app/route.ts';
import { sceneName } from '../../app/words.ts';
import { store } from '../../page-store.ts';
import { failureOf } from '../../store/db/cause.ts';
import { forgetUnfinished, keepUnfinished } from '../../store/session/unfinished.ts';
import { minutesText } from '../words.ts';
import { CourseClash } from './course-clash.tsx';
import { faultsOf } from './course-faults.ts';
import { OwnTimes } from './own-times.tsx';

/** What is typed, as it is kept until the course is saved. */
export interface TypedCourse {
  readonly choice: Omit<Choice, 'own' | 'minutes'>;
  readonly minutes: string;
  readonly times: readonly (readonly [StandardId, string])[] | null;
  /** The course when the typing began; null of a new one, absent in what was typed in earlier days. */
  readonly base?: Course | null;
}

/** How a course is saved that another page may have changed: by asking, over what was seen of it, or as one of its own. */
export type CourseSave = { readonly over: Course | null } | 'as-new';

interface CourseFormProps {
  /** Under which name what is typed is kept. */
  form: string;
  typed: TypedCourse | null;
  catalog: Catalog;
  choice: Choice;
  /** The course that is changed, as it was when the typing began. */
  base: Course | null;
  /** The course that a choice makes; null where nothing is chosen. */
  plan: (choice: Choice) => Course | null;
  /** Answers with what another page has saved, where both have changed the same; then nothing is written. */
  save: (choice: Choice, how: CourseSave) => Promise<Course | null>;
}

/** A number in whatever width it is typed; NaN where it is none. */
const numberOf = (text: string): number => Number(text.normalize('NFKC').trim() || Number.NaN);

/** Title, time, and the items by scene. */
export function CourseForm({
  form,
  typed: before,
  catalog,
  choice: start,
  base,
  plan,
  save,
}: CourseFormProps) {
  const [kept] = useState(() => keepUnfinished<TypedCourse>(store, form));
  const [resumed, setResumed] = useState(before !== null);
  const ownTimes = [...start.own].map(([id, time]) => [id, String(time)] as const);
  const saved = { minutes: String(start.minutes), times: ownTimes.length > 0 ? ownTimes : null };
  const first = before ?? saved;
  const [choice, setChoice] = useState({ ...start, ...before?.choice });
  const [minutes, setMinutes] = useState(first.minutes);
  const [times, setTimes] = useState<ReadonlyMap<StandardId, string> | null>(
    first.times && new Map(first.times),
  );
  const isFirst = useRef(true);
  // With the key itself: an effect after the next frame would come too late for who leaves at once.
  useLayoutEffect(() => {
    // What stands there when the form opens was not typed.
    if (isFirst.current) isFirst.current = false;
    else kept.type({ choice, minutes, times: times && [...times], base });
  }, [choice, minutes, times]);
  useEffect(() => () => void kept.flush(), []);
  const letGo = async () => {
    kept.drop();
    await forgetUnfinished(store, form);
  };
  const startAnew = () => {
    isFirst.current = true;
    setChoice(start);
    setMinutes(saved.minutes);
    setTimes(saved.times && new Map(saved.times));
    setResumed(false);
    void letGo();
  };
  const [attempt, setAttempt] = useState(0);
  const [told, setTold] = useState<readonly string[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  /** What another page has saved meanwhile, to be decided. */
  const [theirs, setTheirs] = useState<Course | null>(null);
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

  const leave = async () => {
    await letGo().catch(() => {});
    go('#/');
  };
  const submit = async (how: CourseSave) => {
    setAttempt(attempt + 1);
    setTold(faults.map(({ field }) => field));
    setFailure(null);
    setTheirs(null);
    if (faults.length > 0) return;
    try {
      const other = await save({ ...whole, title: whole.title.trim() }, how);
      if (other) setTheirs(other);
      else await leave();
    } catch (error) {
      setFailure(t('keep.why', { cause: await failureOf(store, error) }));
    }
  };
  const pick = (ids: readonly StandardId[], picked: boolean) => {
    const others = choice.standards.filter((id) => !ids.includes(id));
    change({ standards: picked ? [...others, ...ids] : others });
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit({ over: base });
      }}
      noValidate
    >
      <ErrorSummary key={attempt} errors={errors} />
      {theirs && (
        <CourseClash
          theirs={theirs}
          catalog={catalog}
          onBoth={() => void submit('as-new')}
          onMine={() => void submit({ over: theirs })}
          onTheirs={() => void leave()}
        />
      )}
      {resumed && (
        <Notice
          kind="info"
          heading={t('course.resumed')}
          actions={<Button onClick={startAnew}>{t('course.startAnew')}</Button>}
        >
          <p>{t('course.resumedHelp')}</p>
        </Notice>
      )}
      <TextField
        id="course-title"
        label={t('course.title')}
        mark="required"
        error={errorOf('course-title')}
        length={25}
        limit={60}
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
