import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { wholeWording } from '../../locales/t.ts';

/** A part of a page that is fetched when it is first needed, and with it the words the page did not start with. */
export function Later({ load }: { load: () => Promise<ComponentType> }) {
  const [Part, setPart] = useState<ComponentType | null>(null);
  useEffect(() => {
    void Promise.all([load(), wholeWording()]).then(([part]) => setPart(() => part));
  }, []);
  return Part && <Part />;
}
