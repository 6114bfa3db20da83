interface ToFillProps {
  labels: readonly string[];
  /** What is known already, by label. */
  known?: Readonly<Record<string, string | null>>;
}

/** Places to write on by hand, side by side. */
export function ToFill({ labels, known = {} }: ToFillProps) {
  return (
    <div class="t-fill">
      {labels.map((label) => (
        <p key={label}>{known[label] ? `${label} ${known[label]}` : label}</p>
      ))}
    </div>
  );
}
