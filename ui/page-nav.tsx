interface PageNavProps {
  /** Says what it leads through. */
  label: string;
  views: readonly { href: string; label: string; current: boolean }[];
}

/** The views of one page, side by side, with the one that is open marked. */
export function PageNav({ label, views }: PageNavProps) {
  return (
    <nav class="f-screen" aria-label={label}>
      <ul class="f-rooms">
        {views.map(({ href, label: name, current }) => (
          <li key={href}>
            <a href={href} aria-current={current ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
