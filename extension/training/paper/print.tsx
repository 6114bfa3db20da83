import { t } from '../../../locales/t.ts';
import { Button, Buttons } from '../../../ui/button.tsx';

/** Above what is printed; below it, where that is long, `again`. */
export function Print({ again = false }: { again?: boolean }) {
  return (
    <Buttons>
      <Button kind={again ? 'secondary' : 'primary'} onClick={() => print()}>
        {t('result.print')}
      </Button>
    </Buttons>
  );
}
