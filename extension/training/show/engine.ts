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
  /** Shows the slide of that place, which stands in the page. */
  show(position: Position): void;
  stop(): void;
}

/**
 * Takes charge of the sections in `root` (`.reveal > .slides > section`). The engine goes over each of
 * them at each move, so only the slide that is shown and those beside it stand there, each with its
 * place in the deck as `data-index`. Where a key or a finger leads is told to `onMove`, whose part it
 * is to put those sections there and to call `show`.
 */
export async function startEngine(
  root: HTMLElement,
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
    // It would count only the sections that stand in the page.
    progress: false,
    hideInactiveCursor: false,
    postMessage: false,
    focusBodyOnPageVisibilityChange: false,
    autoAnimate: false,
    scrollActivationWidth: 0,
  });
  await reveal.initialize();
  // It would hide from screen readers that slides are ordinary text.
  root.removeAttribute('role');

  const indexOf = (section?: Element) => Number((section as HTMLElement).dataset.index);
  const standing = (): Position => ({
    index: indexOf(reveal.getCurrentSlide()),
    revealed: reveal.getIndices().f >= 0,
  });
  let showing = false;
  reveal.on('beforeslidechange', (event) => {
    if (showing) return;
    event.preventDefault();
    const { index } = standing();
    const to = indexOf(reveal.getHorizontalSlides()[(event as unknown as Asked).indexh]);
    // Who goes back finds a slide as it was left.
    onMove({ index: to, revealed: to < index });
  });
  const tell = () => {
    if (!showing) onMove(standing());
  };
  reveal.on('fragmentshown', tell);
  reveal.on('fragmenthidden', tell);

  return {
    next: () => reveal.next(),
    previous: () => reveal.prev(),
    show: ({ index, revealed }) => {
      const now = standing();
      if (now.index === index && now.revealed === revealed) return;
      const place = reveal.getHorizontalSlides().findIndex((one) => indexOf(one) === index);
      showing = true;
      reveal.slide(place, 0, revealed ? 0 : -1);
      showing = false;
      tell();
    },
    stop: () => reveal.destroy(),
  };
}

/** What its event of a move carries. */
interface Asked {
  readonly indexh: number;
}
