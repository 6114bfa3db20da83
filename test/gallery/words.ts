import { builtInCatalog } from '../../core/catalog/built-in.ts';

/** What the gallery shows: the real catalog, and answers as a person would give them. */

export const catalog = builtInCatalog;

export const options = [
  { value: 'kept', label: '守れている', key: '1' },
  { value: 'mostly-kept', label: 'おおむね守れている', key: '2' },
  { value: 'partly-kept', label: '守れていないことがある', key: '3' },
  { value: 'not-kept', label: '守れていない', key: '4' },
  { value: 'not-applicable', label: '担当していない', key: '0' },
];

export const sceneRates = [0.92, 0.85, 1, 0.67, null, 0.8, 0.45, 0.75];
export const philosophyRates = [0.9, 0.82, 0.95, 0.6, 0.74, 1, 0.55, 0.8];
export const earlierRates = [0.8, 0.7, 0.9, 0.65, null, 0.85, 0.6, 0.5];
