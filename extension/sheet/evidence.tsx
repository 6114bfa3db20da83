import type { Form } from '../../core/sheet/form/form.ts';
import { t } from '../../locales/t.ts';
import { Disclosure } from '../../ui/disclosure.tsx';
import { Table } from '../../ui/table.tsx';
import { markName } from './marks.ts';

/** なぜここ？: why each place was taken, on request. */
export function WhyHere({ form }: { form: Form }) {
  const { evidence = [], made } = form;
  const own = evidence.filter(
    ({ field, cell }, index) =>
      evidence.findIndex((other) => other.field === field && other.cell === cell) === index,
  );
  return (
    <Disclosure summary={t('sheet.why')}>
      <p>{t(`sheet.formMade-${made}`)}</p>
      {own.length > 0 && (
        <Table
          caption={t('sheet.whyEach')}
          head={[t('sheet.field'), t('sheet.whyHere')]}
          rows={own.map(({ field, kind, label, cell }) => [
            markName(field, null),
            t(`evidence.${kind}`, { label, cell }),
          ])}
          stacks
        />
      )}
    </Disclosure>
  );
}
