import { useEffect, useId, useRef } from 'react';
import type { CSSProperties, ReactElement, ReactNode } from 'react';
import { CloseIcon } from './icons.js';
import { useWords } from '../words/words.js';

interface DialogProps {
  readonly title: string;
  readonly kind: 'centre' | 'drawer' | 'menu' | 'popover';
  readonly onClose: () => void;
  readonly style?: CSSProperties;
  readonly children: ReactNode;
}

/**
 * The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back
 * to whoever opened it.
 */
export function Dialog({ title, kind, onClose, style, children }: DialogProps): ReactElement {
  const words = useWords();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      className={`dialog dialog-${kind}`}
      aria-labelledby={titleId}
      style={style}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div className="dialog-box">
        <div className="dialog-head">
          <h2 id={titleId} className="dialog-title">
            {title}
          </h2>
          <button type="button" className="icon-button" aria-label={words.close} onClick={onClose}>
            <CloseIcon />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}
