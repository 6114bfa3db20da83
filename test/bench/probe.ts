/** What to look for in a page that is measured. */
export interface Probe {
  /** Selects the items, in page order. */
  readonly item: string;
  /** Within an item: matches once the page itself, not only the radio, shows the answer. */
  readonly answered: string;
  /** Within an item: matches once the page says that the answer is on disk. */
  readonly saved?: string;
  readonly count: number;
}

/** Milliseconds from a click to the page's showing it, and to its being said to be on disk. */
export interface Click {
  readonly shown: number;
  readonly saved: number | null;
}

interface Answered {
  readonly place: number;
  readonly start: number;
  readonly shown: number;
}

declare global {
  var bench: {
    /** Milliseconds from the start of the navigation until all items are there and the first click has been painted. */
    readonly interactive: Promise<number>;
    readonly first: Promise<Click>;
    /** Answers every item but the first, one after the other, each brought into view before. */
    rest(): Promise<Click[]>;
    /** The scripts and style sheets loaded until now. */
    loaded(): Promise<{ readonly url: string; readonly atStart: boolean }[]>;
  };
}

/** Runs inside the page, before anything of the page's own: it may use nothing of this module. */
export function installProbe({ item, answered, saved, count }: Probe): void {
  const until = (holds: () => boolean): Promise<void> =>
    new Promise((done) => {
      if (holds()) return done();
      const observer = new MutationObserver(() => {
        if (!holds()) return;
        observer.disconnect();
        done();
      });
      observer.observe(document, {
        attributes: true,
        characterData: true,
        childList: true,
        subtree: true,
      });
    });
  const painted = (): Promise<number> =>
    new Promise((done) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      });
    });
  // Looked up anew each time: a page may replace an item when it is answered.
  const itemAt = (place: number) => document.querySelectorAll(item)[place] as HTMLElement;

  const answer = async (place: number): Promise<Answered> => {
    const radio = itemAt(place).querySelector<HTMLInputElement>('input[type=radio]');
    const start = performance.now();
    radio?.click();
    await until(() => itemAt(place).querySelector(answered) !== null);
    return { place, start, shown: performance.now() - start };
  };
  const saving = async ({ place, start, shown }: Answered): Promise<Click> => {
    if (saved === undefined) return { shown, saved: null };
    await until(() => itemAt(place).querySelector(saved) !== null);
    return { shown, saved: performance.now() - start };
  };

  const radios = `:is(${item}) input[type=radio]`;
  const first = until(() => document.querySelectorAll(radios).length >= 5 * count)
    .then(painted)
    .then(() => answer(0));
  globalThis.bench = {
    interactive: first.then(painted),
    first: first.then(saving),
    async rest() {
      const clicks: Click[] = [];
      for (let place = 1; place < count; place += 1) {
        itemAt(place).scrollIntoView({ block: 'center' });
        await painted();
        await painted();
        clicks.push(await saving(await answer(place)));
      }
      return clicks;
    },
    async loaded() {
      const { start } = await first;
      return performance
        .getEntriesByType('resource')
        .flatMap(({ name, startTime }) =>
          /\.(js|css)$/.test(name) ? [{ url: name, atStart: startTime < start }] : [],
        );
    },
  };
}
