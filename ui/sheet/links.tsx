import { useState } from 'preact/hooks';
import { builtInCatalog } from '../../core/catalog/built-in.ts';
import { standardById } from '../../core/catalog/lookup.ts';
import { searchStandards } from '../../core/catalog/search.ts';
import type { SheetField } from '../../core/sheet/model/fields.ts';
import {
  type Sheet,
  type StandardLink,
  standardLinks,
  type Target,
} from '../../core/sheet/model/sheet.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../button.tsx';
import { Choice } from '../choice.tsx';
import { Disclosure } from '../disclosure.tsx';
import { Checkbox, SelectField, TextField } from '../field.tsx';
import { Rows } from '../rows.tsx';
import { KeptInside } from './kept-inside.tsx';
import { policyMark } from './policies.tsx';

const mostHits = 6;
/** As many as the published sheets have (004); a template with more tells of them itself. */
const usualPolicies = 4;

interface LinksProps {
  target: Target;
  policies: Sheet['policies'];
  /** Whether the template has a column for a field. */
  has: (field: SheetField) => boolean;
  onChange: (part: Partial<Target>) => void;
}

/** What a target rests on: the ward's policy, philosophy items, and the standard it raises or adds (001 §5). */
export function Links({ target, policies, has, onChange }: LinksProps) {
  const { no, philosophies = [], standard, policy } = target;
  const [query, setQuery] = useState('');
  const linked = standard && standardById(builtInCatalog, standard.id);
  const hits = searchStandards(builtInCatalog, query).slice(0, mostHits);
  const count = philosophies.length + (standard ? 1 : 0) + (policy ? 1 : 0);
  return (
    <Disclosure summary={t('sheet.links', { count })}>
      <KeptInside fields={['philosophies', 'policy', 'standard']} has={has} />
      <fieldset class="s-pick">
        <legend>{t('sheet.philosophies')}</legend>
        {builtInCatalog.philosophies.map(({ id, name, statement }) => (
          <Checkbox
            key={id}
            id={`philosophy-${no}-${id}`}
            label={name}
            support={statement}
            checked={philosophies.includes(id)}
            onChange={(checked) =>
              onChange({
                philosophies: checked
                  ? [...philosophies, id]
                  : philosophies.filter((other) => other !== id),
              })
            }
          />
        ))}
      </fieldset>
      <SelectField
        id={`policy-of-${no}`}
        label={t('sheet.policyOf')}
        mark="optional"
        options={policyOptions(policies, policy ?? 0)}
        value={policy ? String(policy) : ''}
        onChange={(value) => onChange({ policy: Number(value) || null })}
      />
      {standard ? (
        <>
          <Rows
            rows={[
              {
                id: standard.id,
                label: linked?.text ?? standard.id,
                act: (
                  <Button kind="text" onClick={() => onChange({ standard: null })}>
                    {t('sheet.unlink')}
                  </Button>
                ),
              },
            ]}
          />
          <Choice
            id={`kind-${no}`}
            label={t('sheet.standardKind')}
            support={t('sheet.standardKindHelp')}
            options={standardLinks.map((value) => ({ value, label: t(`standardLink.${value}`) }))}
            value={standard.kind}
            onChange={(kind) => onChange({ standard: { ...standard, kind: kind as StandardLink } })}
          />
        </>
      ) : (
        <>
          <TextField
            id={`standard-${no}`}
            label={t('sheet.standard')}
            support={t('sheet.searchHelp')}
            mark="optional"
            value={query}
            onInput={setQuery}
          />
          {hits.length > 0 && (
            <Rows
              rows={hits.map((hit) => ({
                id: hit.standard,
                label: standardById(builtInCatalog, hit.standard)?.text ?? hit.standard,
                act: (
                  <Button
                    kind="text"
                    onClick={() => {
                      onChange({ standard: { id: hit.standard, kind: 'raise' } });
                      setQuery('');
                    }}
                  >
                    {t('sheet.link')}
                  </Button>
                ),
              }))}
            />
          )}
        </>
      )}
    </Disclosure>
  );
}

/** The ward's policies as far as the sheet tells them; an empty slot can be meant too. */
function policyOptions(policies: Sheet['policies'], own: number) {
  const count = Math.max(policies.length || usualPolicies, own);
  return [
    { value: '', label: t('sheet.noPolicy') },
    ...Array.from({ length: count }, (_, slot) => ({
      value: String(slot + 1),
      label: [policyMark(slot), policies[slot]].filter(Boolean).join(' '),
    })),
  ];
}
