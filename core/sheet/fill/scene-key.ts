import { oneLine } from '../model/section-name.ts';

/** What two spellings of a scene share: ②応対 and 応対 are one. */
export const sceneKey = (text: string): string =>
  oneLine(text.replace(/^[\s\u3000]*[①-⑧]/, '')).normalize('NFKC');
