import type { ReactElement, ReactNode } from 'react';
import { GlobeIcon, MenuIcon, PersonIcon, TypeSizeIcon, BookIcon } from './icons.js';
import mark from '../mark.svg';
import type { PageConfig } from '../page-config.js';
import type { Customer } from '../session/session.js';
import { useWords } from '../words/words.js';

interface MastheadProps {
  readonly config: PageConfig;
  readonly customer: Customer | null;
  readonly isLarge: boolean;
  /** How many passages the latest reply stands on; the button shows where no panel fits. */
  readonly evidenceCount: number;
  readonly humanButton: ReactNode;
  readonly onToggleLarge: () => void;
  readonly onToggleLanguage: () => void;
  readonly onChooseCustomer: () => void;
  readonly onShowEvidence: () => void;
  readonly onOpenMenu: () => void;
}

/** The header. Its first part repeats what the server has already drawn, so nothing jumps. */
export function Masthead(props: MastheadProps): ReactElement {
  const words = useWords();
  const { institution, assistant } = props.config;
  return (
    <header className="masthead">
      <div className="masthead-who">
        <img
          className="masthead-mark"
          src={institution.logo ?? mark}
          alt=""
          width="40"
          height="40"
        />
        <div className="masthead-names">
          <h1 className="masthead-name">
            {institution.name}
            {institution.note !== null && (
              <small className="masthead-note">{institution.note}</small>
            )}
          </h1>
          <p className="masthead-line">{words.assistantLine(assistant.name)}</p>
        </div>
      </div>
      <div className="masthead-tools">
        {props.evidenceCount > 0 && (
          <button type="button" className="quiet-button only-medium" onClick={props.onShowEvidence}>
            <BookIcon />
            {words.evidenceShort}
            <span className="count">{props.evidenceCount}</span>
          </button>
        )}
        <button
          type="button"
          className="quiet-button not-phone"
          aria-pressed={props.isLarge}
          onClick={props.onToggleLarge}
        >
          <TypeSizeIcon />
          {props.isLarge ? words.normalType : words.largeType}
        </button>
        <button
          type="button"
          className="quiet-button not-phone"
          aria-label={`${words.switchTo} · ${words.switchToName}`}
          lang={words.code === 'en' ? 'zh-CN' : 'en'}
          onClick={props.onToggleLanguage}
        >
          <GlobeIcon />
          {words.switchTo}
        </button>
        <WhoIsHere {...props} />
        {props.humanButton}
        <button
          type="button"
          className="icon-button only-phone"
          aria-label={words.menu}
          aria-haspopup="dialog"
          onClick={props.onOpenMenu}
        >
          <MenuIcon />
        </button>
      </div>
    </header>
  );
}

function WhoIsHere({ config, customer, onChooseCustomer }: MastheadProps): ReactElement | null {
  const words = useWords();
  if (customer === null && !config.demo) return null;
  const content =
    customer === null ? (
      <>
        <PersonIcon />
        {words.signInDemo}
      </>
    ) : (
      <>
        <span className="customer-name">{customer.name}</span>
        <span className="chip">{`${customer.tolerance} ${customer.label}`}</span>
      </>
    );
  if (!config.demo) return <p className="customer not-phone">{content}</p>;
  return (
    <button
      type="button"
      className="quiet-button customer not-phone"
      aria-haspopup="dialog"
      {...(customer === null ? {} : { title: words.switchDemo })}
      onClick={onChooseCustomer}
    >
      {content}
    </button>
  );
}
