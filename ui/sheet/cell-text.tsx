/** A text as its cell shows it, paragraph by paragraph. */
export const CellText = ({ text }: { text: string | null | undefined }) => (
  <span class="s-text">{text}</span>
);
