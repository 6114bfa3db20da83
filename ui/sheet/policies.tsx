import { Fragment } from 'preact';
import type { TextCapacity } from '../../core/sheet/fill/text-capacity.ts';
import type { Sheet } from '../../core/sheet/model/sheet.ts';
import { t } from '../../locales/t.ts';
import { Disclosure } from '../disclosure.tsx';
import { TextArea } from '../field.tsx';
import { LetterCount } from './letter-count.tsx';

/** ① for slot 0, as the sheets number them. */
export const policyMark = (slot: number): string => String.fromCodePoint(0x2460 + slot);

interface PoliciesProps {
  policies: Sheet['policies'];
  /** How many the template has a place for. */
  slots: number;
  /** How many letters fit; null where nothing is known. */
  capacity: (slot: number) => TextCapacity | null;
  /** `slot` 0 is ①. */
  onChange: (slot: number, text: string | null) => void;
}

/** The ward's policies that head the sheet (001 §5(1)): set by the 区長, put in by whoever has the file first. */
export function Policies({ policies, slots, capacity, onChange }: PoliciesProps) {
  if (slots === 0) return null;
  const count = policies.slice(0, slots).filter(Boolean).length;
  return (
    <Disclosure summary={t('sheet.policies', { count, slots })}>
      <p>{t('sheet.policiesHelp')}</p>
      {Array.from({ length: slots }, (_, slot) => (
        <Fragment key={slot}>
          <TextArea
            id={`policy-${slot + 1}`}
            label={t('sheet.policyNo', { mark: policyMark(slot) })}
            mark="optional"
            value={policies[slot] ?? ''}
            onInput={(text) => onChange(slot, text || null)}
          />
          <LetterCount text={policies[slot] ?? ''} capacity={capacity(slot)} />
        </Fragment>
      ))}
    </Disclosure>
  );
}
