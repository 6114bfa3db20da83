/** Looking back on the goals of the year before (002 §3). */
export function LookBack() {
  return null;
}
