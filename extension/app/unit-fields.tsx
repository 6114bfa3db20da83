import { type Role, roles, type Unit } from '../../core/review/review.ts';
import { t } from '../../locales/t.ts';
import { SelectField, TextField } from '../../ui/field.tsx';

const parts = ['ward', 'division', 'section'] as const;

interface UnitFieldsProps {
  unit: Unit;
  role: Role | null;
  onInput: (unit: Unit, role: Role | null) => void;
  /** What the IT desk has filled in beforehand. */
  preset?: Unit | undefined;
}

/** Where someone works and in which role; each part may be left empty. */
export function UnitFields({ unit, role, onInput, preset }: UnitFieldsProps) {
  return (
    <>
      {parts.map((part) => (
        <TextField
          key={part}
          id={part}
          mark="optional"
          label={t(`unit.${part}`)}
          support={preset?.[part] ? t('unit.preset') : t(`unit.${part}Example`)}
          length={20}
          limit={60}
          value={unit[part] ?? ''}
          onInput={(value) => onInput({ ...unit, [part]: value || null }, role)}
        />
      ))}
      <SelectField
        id="role"
        mark="optional"
        label={t('role.label')}
        value={role ?? ''}
        options={[
          { value: '', label: t('role.none') },
          ...roles.map((value) => ({ value, label: t(`role.${value}`) })),
        ]}
        onChange={(value) => onInput(unit, (value || null) as Role | null)}
      />
    </>
  );
}
