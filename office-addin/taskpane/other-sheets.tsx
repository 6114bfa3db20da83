import { useEffect, useState } from 'preact/hooks';
import { locateTemplate } from '../../core/sheet/locate.ts';
import { t } from '../../locales/t.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { goTo, listSheets } from '../excel/go-to.ts';
import { readSheets } from '../excel/read-sheet.ts';

/** Where this worksheet has no template: the others that have one. Of several the chief takes his own. */
export function OtherSheets({ except }: { except: string }) {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let isShown = true;
    void templatesBeside(except).then((found) => isShown && setNames(found));
    return () => {
      isShown = false;
    };
  }, [except]);
  if (names.length === 0) return null;
  return (
    <Notice
      kind="info"
      live="status"
      heading={t(names.length === 1 ? 'pane.elsewhere' : 'pane.several', { count: names.length })}
      actions={names.map((name) => (
        <Button key={name} onClick={() => void goTo(name)}>
          {t('pane.openSheet', { sheet: name })}
        </Button>
      ))}
    >
      <p>{t('pane.elsewhereHelp')}</p>
    </Notice>
  );
}

/** Names of worksheets in sight that have a template, in two round trips. */
async function templatesBeside(except: string): Promise<readonly string[]> {
  const all = await listSheets();
  const others = all.ok ? all.value.filter((name) => name !== except) : [];
  if (others.length === 0) return [];
  const read = await readSheets(others);
  return read.ok
    ? read.value.filter(({ grid }) => locateTemplate([grid]).ok).map(({ grid }) => grid.name)
    : [];
}
