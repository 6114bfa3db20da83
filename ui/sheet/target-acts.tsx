import { t } from '../../locales/t.ts';
import { Button, Buttons } from '../button.tsx';

interface TargetActsProps {
  no: number;
  isFirst: boolean;
  isLast: boolean;
  onMove: (step: -1 | 1) => void;
  onRemove: () => void;
}

/** A target goes up, down, or out. */
export function TargetActs({ no, isFirst, isLast, onMove, onRemove }: TargetActsProps) {
  const move = (step: -1 | 1, kind: 'up' | 'down') => (
    <Button
      kind="text"
      id={`${kind}-${no}`}
      aria-label={t(`sheet.${kind}Of`, { no })}
      onClick={() => onMove(step)}
    >
      {t(`sheet.${kind}`)}
    </Button>
  );
  return (
    <Buttons>
      {!isFirst && move(-1, 'up')}
      {!isLast && move(1, 'down')}
      <Button kind="text" aria-label={t('sheet.removeOf', { no })} onClick={onRemove}>
        {t('sheet.remove')}
      </Button>
    </Buttons>
  );
}
