import { useId } from 'preact/hooks';

interface ProgressProps {
  /** What it counts, with the numbers in words: 46項目のうち 12項目に答えました */
  label: string;
  value: number;
  max: number;
}

/** How far something has come; the words say what the bar shows. */
export function Progress({ label, value, max }: ProgressProps) {
  const id = useId();
  return (
    <div class="f-progress">
      <span id={id}>{label}</span>
      <progress value={value} max={Math.max(max, 1)} aria-labelledby={id} />
    </div>
  );
}
