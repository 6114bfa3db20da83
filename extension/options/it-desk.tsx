import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Table } from '../../ui/table.tsx';
import { readPolicy } from '../platform/policy.ts';
import { collectFacts, type Fact } from './it-facts.ts';

/** 情報システム担当の方へ: how the store is doing, whatever its state; and a text of it to pass on. */
export function ItDesk() {
  const [facts, setFacts] = useState<readonly Fact[] | null>(null);
  const [invalid, setInvalid] = useState<readonly string[]>([]);
  useEffect(() => {
    void collectFacts().then(setFacts);
    void readPolicy().then((policy) => setInvalid(policy.invalid));
  }, []);
  if (!facts) return <p role="status">{t('it.looking')}</p>;
  return (
    <>
      {invalid.length > 0 && (
        <Notice kind="warning" heading={t('it.invalidHeading')}>
          <p>{t('it.invalidHelp', { entries: invalid.join('、') })}</p>
        </Notice>
      )}
      <p>{t('it.lead')}</p>
      <Table
        stacks
        caption={t('it.caption')}
        head={[t('it.what'), t('it.value')]}
        rows={facts.map(({ label, value }) => [label, value])}
      />
      <CopyText text={facts.map(({ label, value }) => `${label}: ${value}`).join('\n')} />
    </>
  );
}

function CopyText({ text }: { text: string }) {
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <>
      <Buttons>
        <Button kind="primary" onClick={() => void copy()}>
          {t('it.copyText')}
        </Button>
      </Buttons>
      <p role="status">
        {copied === true && t('it.copied')}
        {copied === false && t('it.notCopied')}
      </p>
    </>
  );
}
