/** Places to write on by hand, side by side. */
export function ToFill({ labels }: { labels: readonly string[] }) {
  return (
    <div class="t-fill">
      {labels.map((label) => (
        <p key={label}>{label}</p>
      ))}
    </div>
  );
}
