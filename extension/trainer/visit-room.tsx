import { useEffect, useState } from 'preact/hooks';
import type { Catalog, StandardId } from '../../core/catalog/catalog.ts';
import { sceneById } from '../../core/catalog/lookup.ts';
import {
  blankVisit,
  type Mark,
  marks,
  observedStandards,
  type VisitSheet,
} from '../../core/deck/visit-sheet.ts';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea, TextField } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Options } from '../../ui/options.tsx';
import { sceneName } from '../shell/words.ts';
import { causeOf } from '../store/cause.ts';
import { readVisit, writeVisit } from '../store/visits.ts';
import { TrainerFrame } from './frame.tsx';
import './paper.css';
import { VisitPaper } from './visit-paper.tsx';
import { wholeCatalog } from './whole-catalog.ts';

const fields = ['place', 'date', 'observer'] as const;
const remarks = ['good', 'toImprove', 'advice'] as const;

/** 窓口応対現場研修: the visiting instructor marks what is seen and heard, and leaves one sheet of paper. */
export function VisitRoom() {
  const [catalog, setCatalog] = useState<Catalog | null>(null);
  const [sheet, setSheet] = useState<VisitSheet>(blankVisit);
  const [cause, setCause] = useState<string | null>(null);
  const [clearing, setClearing] = useState(false);
  useEffect(() => {
    void Promise.all([wholeCatalog(), readVisit()]).then(([whole, kept]) => {
      setSheet(kept);
      setCatalog(whole);
    });
  }, []);
  if (!catalog) return null;

  const change = (part: Partial<VisitSheet>) => {
    const next = { ...sheet, ...part };
    setSheet(next);
    writeVisit(next).then(
      () => setCause(null),
      (error: unknown) => setCause(causeOf(error)),
    );
  };
  const mark = (event: Event) => {
    const { name, value } = event.target as HTMLInputElement;
    const standard: StandardId = name.replace(/^visit-/, '');
    change({ marks: { ...sheet.marks, [standard]: value as Mark } });
  };
  const options = marks.map((value) => ({ value, label: t(`mark.${value}`) }));

  return (
    <TrainerFrame title={t('visit.title')}>
      <div class="f-screen t-form">
        <p>{t('visit.lead')}</p>
        {cause && (
          <Notice kind="error" live="alert" heading={t('ui.saveFailed')}>
            <p>{t('keep.why', { cause })}</p>
          </Notice>
        )}
        {fields.map((field) => (
          <TextField
            key={field}
            id={`visit-${field}`}
            label={t(`visit.${field}`)}
            mark="optional"
            length={20}
            maxLength={60}
            value={sheet[field]}
            onInput={(value) => change({ [field]: value })}
          />
        ))}
        {observedStandards(catalog).map(({ scene, standards }) => (
          <section key={scene} onChange={mark}>
            <h2>{sceneNamed(catalog, scene)}</h2>
            {standards.map(({ id, text }) => (
              <fieldset key={id} class="t-mark">
                <legend>{text}</legend>
                <Options name={`visit-${id}`} options={options} value={sheet.marks[id] ?? null} />
              </fieldset>
            ))}
          </section>
        ))}
        <h2>{t('visit.remarks')}</h2>
        <p>{t('visit.remarksHelp')}</p>
        {remarks.map((field) => (
          <TextArea
            key={field}
            id={`visit-${field}`}
            label={t(`visit.${field}`)}
            mark="optional"
            maxLength={300}
            value={sheet[field]}
            onInput={(value) => change({ [field]: value })}
          />
        ))}
      </div>
      <VisitPaper sheet={sheet} catalog={catalog} />
      <Buttons>
        <Button kind="primary" onClick={() => print()}>
          {t('result.print')}
        </Button>
        <Button onClick={() => setClearing(true)}>{t('visit.clear')}</Button>
      </Buttons>
      <Dialog
        open={clearing}
        heading={t('visit.sure')}
        warning={t('visit.sureHelp')}
        onClose={() => setClearing(false)}
        actions={
          <>
            <Button onClick={() => setClearing(false)}>{t('ui.cancel')}</Button>
            <Button
              kind="primary"
              danger
              onClick={() => {
                change(blankVisit);
                setClearing(false);
              }}
            >
              {t('visit.clear')}
            </Button>
          </>
        }
      />
    </TrainerFrame>
  );
}

function sceneNamed(catalog: Catalog, id: Parameters<typeof sceneById>[1]): string {
  const scene = sceneById(catalog, id);
  return scene ? sceneName(scene) : id;
}
