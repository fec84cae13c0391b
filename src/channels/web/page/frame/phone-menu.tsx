import type { ReactElement, ReactNode } from 'react';
import { Dialog } from './dialog.js';
import { BookIcon, GlobeIcon, PersonIcon, ShieldIcon, TypeSizeIcon } from './icons.js';
import type { PageConfig } from '../page-config.js';
import type { Customer } from '../session/session.js';
import { RISK_NOTICE } from '../words/regulated.js';
import type { Topic } from '../words/regulated.js';
import { useWords } from '../words/words.js';

interface PhoneMenuProps {
  readonly config: PageConfig;
  readonly customer: Customer | null;
  readonly isLarge: boolean;
  readonly evidenceCount: number;
  readonly onToggleLarge: () => void;
  readonly onToggleLanguage: () => void;
  readonly onShowEvidence: () => void;
  readonly onChooseCustomer: () => void;
  readonly onSignOut: () => void;
  readonly onTopic: (topic: Topic) => void;
  readonly onClose: () => void;
}

/** Everything the wide page shows around the talk, on a phone behind one button. */
export function PhoneMenu(props: PhoneMenuProps): ReactElement {
  const words = useWords();
  const { config, customer, onTopic } = props;
  return (
    <Dialog title={customer?.name ?? words.menu} kind="menu" onClose={props.onClose}>
      <ul className="menu-items">
        {props.evidenceCount > 0 && (
          <Item icon={<BookIcon />} onClick={props.onShowEvidence}>
            {words.evidence}
            <span className="count">{props.evidenceCount}</span>
          </Item>
        )}
        <Item icon={<TypeSizeIcon />} onClick={props.onToggleLarge} isPressed={props.isLarge}>
          {props.isLarge ? words.normalType : words.largeType}
        </Item>
        <Item icon={<GlobeIcon />} onClick={props.onToggleLanguage}>
          {words.switchTo}
        </Item>
        {config.demo && (
          <Item icon={<PersonIcon />} onClick={props.onChooseCustomer}>
            {customer === null ? words.signInDemo : words.switchDemo}
            {customer !== null && (
              <span className="chip">{`${customer.tolerance} ${customer.label}`}</span>
            )}
          </Item>
        )}
        <Item icon={<ShieldIcon />} onClick={() => onTopic('rights')}>
          {words.rights}
        </Item>
      </ul>
      <div className="menu-links">
        <button type="button" className="link-button" onClick={() => onTopic('about')}>
          {words.aboutMe}
        </button>
        <button type="button" className="link-button" onClick={() => onTopic('complaints')}>
          {words.complaints}
        </button>
        <button type="button" className="link-button" onClick={() => onTopic('privacy')}>
          {words.privacy}
        </button>
        {customer !== null && (
          <button type="button" className="link-button" onClick={props.onSignOut}>
            {words.signOut}
          </button>
        )}
      </div>
      <p className="menu-foot" lang="zh-CN">
        {RISK_NOTICE}
        <br />
        {config.institution.legalName}
      </p>
    </Dialog>
  );
}

interface ItemProps {
  readonly icon: ReactElement;
  readonly onClick: () => void;
  readonly isPressed?: boolean;
  readonly children: ReactNode;
}

function Item({ icon, onClick, isPressed, children }: ItemProps): ReactElement {
  return (
    <li>
      <button type="button" className="menu-item" aria-pressed={isPressed} onClick={onClick}>
        {icon}
        {children}
      </button>
    </li>
  );
}
