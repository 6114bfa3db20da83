// What a peer shows of the built-in catalog; build.ts cuts the file down to it and to the number wanted.
import catalog from '../../../core/catalog/data/kawasaki-city-2016.json' with { type: 'json' };

export interface Item {
  readonly id: string;
  readonly text: string;
  readonly guidance: string;
}

export const items: readonly Item[] = catalog.standards;

export const ratings = [
  { value: 'kept', text: '守れている' },
  { value: 'mostly-kept', text: 'おおむね守れている' },
  { value: 'partly-kept', text: '守れていないことがある' },
  { value: 'not-kept', text: '守れていない' },
  { value: 'not-applicable', text: '担当していない' },
] as const;

export const words = { title: 'ふりかえり', clear: '選び直す', note: 'メモ' } as const;
