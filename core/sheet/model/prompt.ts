/** A short text in brackets, or after ※, that only asks to be written over: （年度末に記入）. */
const prompt =
  /^[\s\u3000]*(?:[（(［[〔【][^）)］\]〕】]{0,24}|※.{0,24})(?:記入|入力|記載|お書き)[^。\n]{0,12}[）)］\]〕】]?[\s\u3000]*$/;

/** Whether what a cell says is nobody's text, but the form's own word for an empty cell. */
export const isPrompt = (text: string): boolean => text.length <= 40 && prompt.test(text);
