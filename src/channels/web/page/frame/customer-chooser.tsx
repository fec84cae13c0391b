import type { ReactElement } from 'react';
import { Dialog } from './dialog.js';
import { CheckIcon } from './icons.js';
import type { DemoCustomer } from '../page-config.js';
import { useWords } from '../words/words.js';

interface ChooserProps {
  readonly customers: readonly DemoCustomer[];
  /** The customer signed in now; null: a visitor. */
  readonly current: string | null;
  readonly onChoose: (customer: string | null) => void;
  readonly onClose: () => void;
}

/** Demonstration mode: who would you like to be. Another person is another conversation. */
export function CustomerChooser({
  customers,
  current,
  onChoose,
  onClose,
}: ChooserProps): ReactElement {
  const words = useWords();
  return (
    <Dialog title={words.signInDemo} kind="centre" onClose={onClose}>
      <p className="dialog-text">{words.chooserIntro}</p>
      <ul className="choices">
        {customers.map((customer) => (
          <li key={customer.id}>
            <button
              type="button"
              className="choice"
              aria-current={customer.id === current}
              onClick={() => onChoose(customer.id)}
            >
              <span className="avatar avatar-customer" aria-hidden="true">
                {[...customer.name][0]}
              </span>
              <span className="choice-name">
                {customer.name}
                {customer.note !== null && <small>{customer.note}</small>}
              </span>
              <span className="chip">{`${customer.tolerance} ${customer.label}`}</span>
              {customer.id === current && <CheckIcon />}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className="choice"
            aria-current={current === null}
            onClick={() => onChoose(null)}
          >
            <span className="avatar avatar-customer" aria-hidden="true">
              {[...words.visitor][0]}
            </span>
            <span className="choice-name">
              {words.visitor}
              <small>{words.visitorNote}</small>
            </span>
            {current === null && <CheckIcon />}
          </button>
        </li>
      </ul>
    </Dialog>
  );
}
