import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

interface StatusMessageProps {
  /** Names what is told, so that the next telling is brought into view too; null while there is nothing. */
  about: string | number | null;
  children?: ComponentChildren;
}

/**
 * Where the page tells what became of an act. It stands from the start, empty:
 * screen readers hear it fill, but often miss a message that arrives whole.
 */
export function StatusMessage({ about, children }: StatusMessageProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (about !== null) place.current?.scrollIntoView({ block: 'nearest' });
  }, [about]);
  return (
    <div class="f-told" role="status" ref={place}>
      {about !== null && children}
    </div>
  );
}
