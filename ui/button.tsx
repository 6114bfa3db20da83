import type { ComponentChildren, ComponentProps } from 'preact';

export type ButtonKind = 'primary' | 'secondary' | 'text';

type ButtonProps = Omit<ComponentProps<'button'>, 'class' | 'disabled'> & {
  kind?: ButtonKind;
  /** An act that cannot be taken back. */
  danger?: boolean;
};

/** A button; one `primary` a page. There is no disabled state: say what is missing instead. */
export function Button({ kind = 'secondary', danger = false, ...rest }: ButtonProps) {
  return <button type="button" {...rest} class={`f-button f-${kind}`} data-danger={danger} />;
}

interface ButtonLinkProps {
  kind?: ButtonKind;
  href: string;
  /** The name of the file, when the link is a download. */
  download?: string;
  target?: '_blank';
  children: ComponentChildren;
}

/** A link that looks like a button: it goes somewhere, it does nothing. */
export function ButtonLink({ kind = 'secondary', ...rest }: ButtonLinkProps) {
  return <a {...rest} class={`f-button f-${kind}`} />;
}

/** Buttons in a row, below each other where it is narrow. */
export function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="f-buttons">{children}</div>;
}
