const paths = {
  info: 'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.3 4.6h2.6v2.6h-2.6Zm0 4.4h2.6v6.6h-2.6Z',
  success:
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm-1.6 14.9-4.3-4.3 1.8-1.8 2.5 2.5 5.7-5.7 1.8 1.8Z',
  warning: 'M12 2.5.8 21.5h22.4Zm-1.2 6.6h2.4v6h-2.4Zm0 7.6h2.4V19h-2.4Z',
  error: 'M7.9 2 2 7.9v8.2L7.9 22h8.2l5.9-5.9V7.9L16.1 2Zm2.8 4.4h2.6v7h-2.6Zm0 8.8h2.6v2.6h-2.6Z',
};

export type IconName = keyof typeof paths;

/** A sign beside words that say the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="f-icon" viewBox="0 0 24 24" aria-hidden="true">
      <path fill-rule="evenodd" d={paths[name]} />
    </svg>
  );
}
