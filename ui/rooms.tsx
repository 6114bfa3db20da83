interface RoomsProps {
  /** Says what it leads through. */
  label: string;
  rooms: readonly { href: string; label: string; current: boolean }[];
}

/** The rooms of one page, side by side, with the one that is open marked. */
export function Rooms({ label, rooms }: RoomsProps) {
  return (
    <nav class="f-screen" aria-label={label}>
      <ul class="f-rooms">
        {rooms.map(({ href, label: name, current }) => (
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
