import { cleanText } from '../../core/sheet/session/clean-text.ts';

/**
 * Makes what is pasted from Word, mail or PDF what a cell can hold, where the chief sees it. Answers
 * whether anything was changed.
 */
export function cleanPaste(event: ClipboardEvent): boolean {
  const field = event.target;
  const isText = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const clean = cleanText(text);
  // Of breaks alone the field itself takes care.
  if (!isText || clean === text.replace(/\r\n?/g, '\n')) return false;
  event.preventDefault();
  // So that Ctrl+Z takes it back as a whole; the browser's own way, though it is called outdated.
  if (!document.execCommand('insertText', false, clean)) {
    field.setRangeText(clean, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  return true;
}
