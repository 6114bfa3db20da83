/** The product's mark: a path that turns back on itself, with a check at its heart. Same drawing as the icon. */
export function Mark() {
  return (
    <svg class="f-mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M9.2 8.2A11 11 0 1 1 5 17" />
      <path d="M10 2.8 8.6 8.8l6 1.4" />
      <path d="m11 16.6 3.7 3.7 6.8-7.2" />
    </svg>
  );
}
