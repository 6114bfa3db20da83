import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogProps {
  open: boolean;
  heading: string;
  /** What can't be taken back; read out with the heading. */
  warning?: string;
  /** Esc, or the form inside was closed: set `open` to false. */
  onClose: () => void;
  /** Buttons; the safe one first, for it gets the focus. */
  actions: ComponentChildren;
  children?: ComponentChildren;
}

/** A question that must be answered first; only for acts that cannot be taken back. */
export function Dialog({ open, heading, warning, onClose, actions, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);

  return (
    <dialog
      class="f-dialog"
      ref={dialog}
      aria-labelledby={id}
      aria-describedby={warning && `${id}-warning`}
      onClose={onClose}
    >
      {open && (
        <>
          <h2 id={id}>{heading}</h2>
          {children}
          {warning && <p id={`${id}-warning`}>{warning}</p>}
          <div class="f-buttons">{actions}</div>
        </>
      )}
    </dialog>
  );
}
