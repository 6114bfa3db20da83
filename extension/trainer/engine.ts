import Reveal from 'reveal.js';

/** The slide engine. It knows sections and their halves; what stands in them is drawn by us. */

export interface Position {
  readonly index: number;
  /** Whether the slide's second half is shown. */
  readonly revealed: boolean;
}

export interface Engine {
  next(): void;
  previous(): void;
  go(position: Position): void;
  stop(): void;
}

/** Takes charge of the sections in `root` (`.reveal > .slides > section`) and reports each move, the first included. */
export async function startEngine(
  root: HTMLElement,
  start: Position,
  onMove: (position: Position) => void,
): Promise<Engine> {
  const reveal = new Reveal(root, {
    // Sizes come from the style, which also lets the browser's own zoom make letters larger.
    disableLayout: true,
    transition: 'none',
    backgroundTransition: 'none',
    center: false,
    display: 'grid',
    // Our keys are one list with its help; our address names the course too.
    keyboard: false,
    hash: false,
    respondToHashChanges: false,
    overview: false,
    pause: false,
    help: false,
    jumpToSlide: false,
    controls: false,
    hideInactiveCursor: false,
    postMessage: false,
    focusBodyOnPageVisibilityChange: false,
    autoAnimate: false,
    scrollActivationWidth: 0,
  });
  const tell = () => {
    const { h, f } = reveal.getIndices();
    onMove({ index: h, revealed: f >= 0 });
  };
  const go = ({ index, revealed }: Position) => reveal.slide(index, 0, revealed ? 0 : -1);
  await reveal.initialize();
  // It would hide from screen readers that slides are ordinary text.
  root.removeAttribute('role');
  go(start);
  tell();
  for (const move of ['slidechanged', 'fragmentshown', 'fragmenthidden']) reveal.on(move, tell);
  return {
    next: () => reveal.next(),
    previous: () => reveal.prev(),
    go,
    stop: () => reveal.destroy(),
  };
}
