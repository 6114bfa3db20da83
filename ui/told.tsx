import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface ToldProps {
  /** Names what is told, so that the next telling is brought into view too; null while there is nothing. */
  told: string | number | null;
  children?: ComponentChildren;
}

/**
 * Where the page tells what became of an act. It stands from the start, empty:
 * screen readers hear it fill, but often miss a message that arrives whole.
 */
export function Told({ told, children }: ToldProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [told]);
  return (
    <div class="f-told" role="status" ref={place}>
      {told !== null && children}
    </div>
  );
}
