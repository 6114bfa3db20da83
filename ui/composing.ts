/**
 * Whether a key belongs to an input method that is composing (変換中): its Enter,
 * digits and letters are the method's, never an act of the page. Key code 229 is
 * what browsers send for the first and last key, when `isComposing` is not set.
 */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.isComposing || event.keyCode === 229;
