import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { wholeWording } from '../../locales/t.ts';

/** A piece of the pane that is fetched when it is shown, with the wording beyond the first view's. */
export function later<P extends object>(fetchPiece: () => Promise<ComponentType<P>>) {
  let known: ComponentType<P> | null = null;
  return function Later(props: P) {
    const [Piece, setPiece] = useState(() => known);
    useEffect(() => {
      if (Piece) return;
      void Promise.all([fetchPiece(), wholeWording()]).then(([fetched]) => {
        known = fetched;
        setPiece(() => fetched);
      });
    }, [Piece]);
    return Piece && <Piece {...props} />;
  };
}
