import type { ReactElement } from 'react';
import { EvidenceList } from './evidence-list.js';
import { ShieldIcon } from '../frame/icons.js';
import { useRecord } from '../record/record-store.js';
import { useWords } from '../words/words.js';

interface SidePanelProps {
  readonly hours: string;
  readonly onRights: () => void;
}

/** Beside the talk on wide screens: what the last answer stands on, or the person who is here. */
export function SidePanel({ hours, onRights }: SidePanelProps): ReactElement {
  const words = useWords();
  const advisor = useRecord((record) => record.advisor);
  const count = useRecord((record) => record.evidence?.items.length ?? 0);
  return (
    <aside className="side-panel" aria-label={advisor === null ? words.evidence : words.serving}>
      {/* A scrolling region has to be reachable by keyboard. */}
      <div className="side-panel-scroll" tabIndex={0} role="group" aria-label={words.evidence}>
        {advisor !== null && <Advisor name={advisor} hours={hours} />}
        <div className="panel-head">
          <h2 className="panel-title">{words.evidence}</h2>
          {count > 0 && <span className="panel-count">{words.evidenceCount(count)}</span>}
        </div>
        <EvidenceList />
      </div>
      <section className="rights-box">
        {advisor === null ? (
          <>
            <h2 className="rights-title">
              <ShieldIcon />
              {words.atAnyTime}
            </h2>
            <p>{words.atAnyTimeText}</p>
            <button type="button" className="link-button" onClick={onRights}>
              {words.rights}
              <span aria-hidden="true"> ›</span>
            </button>
          </>
        ) : (
          <p>{words.servingNote}</p>
        )}
      </section>
    </aside>
  );
}

function Advisor({ name, hours }: { name: string; hours: string }): ReactElement {
  const words = useWords();
  return (
    <section className="advisor">
      <h2 className="panel-title">{words.serving}</h2>
      <div className="advisor-who">
        <span className="avatar avatar-person" aria-hidden="true">
          {[...name][0]}
        </span>
        <p className="advisor-name">
          {name}
          <small>{words.advisorRole}</small>
        </p>
      </div>
      <p className="advisor-hours">{`${words.serviceHours}  ${hours}`}</p>
    </section>
  );
}
