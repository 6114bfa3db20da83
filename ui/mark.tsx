/** The product's mark: a path that turns back on itself, with a check at its heart. Same drawing as `icon.svg`. */
export function Mark() {
  return (
    <svg class="f-mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M7.6 9.6A11 11 0 1 1 5 17" />
      <path d="M7 4v6h6" />
      <path d="m11 16.8 4 4 7-7.4" />
    </svg>
  );
}
