import type { ReactElement } from 'react';
import type { PageConfig } from '../page-config.js';
import { RISK_NOTICE } from '../words/regulated.js';
import type { Topic } from '../words/regulated.js';
import { useWords } from '../words/words.js';

interface FooterProps {
  readonly config: PageConfig;
  readonly isSignedIn: boolean;
  readonly onTopic: (topic: Topic) => void;
  readonly onSignOut: () => void;
}

/** Wide screens only; on phones the same is in the menu. */
export function Footer({ config, isSignedIn, onTopic, onSignOut }: FooterProps): ReactElement {
  const words = useWords();
  return (
    <footer className="footer not-phone">
      <p lang="zh-CN">{RISK_NOTICE}</p>
      <div className="footer-links">
        <button type="button" className="link-button" onClick={() => onTopic('complaints')}>
          {words.complaints}
        </button>
        <button type="button" className="link-button" onClick={() => onTopic('privacy')}>
          {words.privacy}
        </button>
        {isSignedIn && (
          <button type="button" className="link-button" onClick={onSignOut}>
            {words.signOut}
          </button>
        )}
        <span>{config.institution.legalName}</span>
      </div>
    </footer>
  );
}
