import type { NextAct } from '../../core/sheet/session/next-act.ts';
import { t } from '../../locales/t.ts';
import { Button, ButtonLink } from '../button.tsx';

/** Draws an act that leads to another view. */
export const actLink = (act: NextAct, href: string) => () => (
  <ButtonLink key={act} href={href}>
    {t(`act.${act}`)}
  </ButtonLink>
);

/** Draws an act that leads to a box of the view that is to be ticked. */
export const actTick = (act: NextAct, id: string) => () => (
  <Button
    key={act}
    onClick={() => {
      const box = document.getElementById(id);
      box?.scrollIntoView({ block: 'center' });
      box?.focus();
    }}
  >
    {t(`act.${act}`)}
  </Button>
);
