import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Letters of texts that are read from the back, in the slides' units; the smallest are the rule. */
const sizes = [44, 40, 37, 34, 32];

/** Gives texts on a slide the largest letters with which the slide is whole, anew when there is other room. */
export function useFit(): RefObject<HTMLDivElement | null> {
  const texts = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const slide = texts.current?.closest('section');
    const heading = slide?.querySelector('h2');
    if (!slide || !heading) return;
    const observer = new ResizeObserver(() => {
      for (const size of sizes) {
        texts.current?.style.setProperty('--t-read', String(size));
        if (slide.scrollHeight <= slide.clientHeight) break;
      }
    });
    observer.observe(slide);
    observer.observe(heading);
    return () => observer.disconnect();
  }, []);
  return texts;
}
