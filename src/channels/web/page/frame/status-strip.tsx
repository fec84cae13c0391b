import { useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { CheckIcon, ClockIcon, CloseIcon, PhoneIcon, UnlinkIcon, WarningIcon } from './icons.js';
import { useMinutesUntil } from './use-minutes-until.js';
import type { Remark } from './use-remark.js';
import type { ConversationActions } from '../chat/conversation-actions.js';
import { useRecord } from '../record/record-store.js';
import { recall, remember } from '../remembered.js';
import { useWords } from '../words/words.js';

export type Trouble = 'offline' | 'unreachable' | 'stale' | { readonly tooManyUntil: Date } | null;

interface StatusStripProps {
  readonly trouble: Trouble;
  readonly remark: Remark | null;
  readonly actions: ConversationActions | null;
  /** Whether there is a number to call: not for a visitor. */
  readonly canBeCalled: boolean;
  readonly onRetry: () => void;
  readonly onRefresh: () => void;
}

/** At most one strip, the most urgent: fraud, then the connection, a remark, the queue, the advisor. */
export function StatusStrip(props: StatusStripProps): ReactElement {
  const fraud = useRecord((record) => record.fraud);
  const [seen, setSeen] = useState(() => recall('fraudSeen'));
  const isFraud = fraud !== null && fraud.id !== seen;
  return (
    <div role="status" className="strip-place">
      {isFraud ? (
        <FraudStrip
          onSeen={() => {
            remember('fraudSeen', fraud.id);
            setSeen(fraud.id);
          }}
        />
      ) : (
        <CalmStrip {...props} />
      )}
    </div>
  );
}

function CalmStrip(props: StatusStripProps): ReactElement | null {
  const words = useWords();
  const handoff = useRecord((record) => record.handoff);
  const advisor = useRecord((record) => record.advisor);
  const { trouble, remark, actions, canBeCalled } = props;
  if (trouble !== null) return <TroubleStrip {...props} trouble={trouble} />;
  if (remark !== null) {
    const icon = remark.tone === 'ok' ? <CheckIcon /> : <ClockIcon />;
    return <Strip tone={remark.tone} icon={icon} text={remark.text} />;
  }
  if (advisor !== null)
    return (
      <Strip tone="ok" icon={<span className="dot" />} text={words.servingNow(advisor)}>
        <button
          type="button"
          className="strip-button strip-button-quiet"
          onClick={() => actions?.choose({ intent: 'handoff_return' })}
        >
          {words.backToAi}
        </button>
      </Strip>
    );
  if (handoff === null) return null;
  const isOpen = handoff.state !== 'booked';
  return (
    <Strip tone="brand" icon={isOpen ? <ClockIcon /> : <CheckIcon />} text={handoff.text}>
      {isOpen && canBeCalled && (
        <button
          type="button"
          className="strip-button"
          onClick={() => actions?.choose({ intent: 'callback' })}
        >
          <PhoneIcon />
          {words.callback}
        </button>
      )}
      <button
        type="button"
        className="strip-button strip-button-quiet"
        onClick={() => actions?.choose({ intent: 'handoff_cancel' })}
      >
        <CloseIcon />
        {words.cancel}
      </button>
    </Strip>
  );
}

function TroubleStrip(props: StatusStripProps & { trouble: NonNullable<Trouble> }): ReactElement {
  const words = useWords();
  const { trouble, actions, onRetry, onRefresh } = props;
  const minutes = useMinutesUntil(typeof trouble === 'object' ? trouble.tooManyUntil : null);
  const kind = typeof trouble === 'object' ? 'too_many' : trouble;
  const [text, label, act] = {
    offline: [words.offline, words.reconnect, () => actions?.reconnect()] as const,
    unreachable: [words.unreachable, words.retry, onRetry] as const,
    too_many: [words.tooMany(minutes), words.retry, onRetry] as const,
    stale: [words.stale, words.refresh, onRefresh] as const,
  }[kind];
  return (
    <Strip
      tone="wait"
      icon={kind === 'stale' || kind === 'too_many' ? <ClockIcon /> : <UnlinkIcon />}
      text={text}
    >
      <button type="button" className="strip-button" onClick={act}>
        {label}
      </button>
    </Strip>
  );
}

function FraudStrip({ onSeen }: { onSeen: () => void }): ReactElement {
  const words = useWords();
  return (
    <div className="strip strip-stop" lang="zh-CN">
      <WarningIcon />
      <div className="strip-text">
        <strong>{words.fraudTitle}</strong>
        <p>{words.fraudText}</p>
      </div>
      <div className="strip-actions">
        <a className="strip-button strip-button-stop" href="tel:110">
          <PhoneIcon />
          {words.call110}
        </a>
        <button type="button" className="strip-button strip-button-quiet" onClick={onSeen}>
          {words.fraudSeen}
        </button>
      </div>
    </div>
  );
}

interface StripProps {
  readonly tone: 'wait' | 'ok' | 'brand';
  readonly icon: ReactElement;
  readonly text: string;
  readonly children?: ReactNode;
}

function Strip({ tone, icon, text, children }: StripProps): ReactElement {
  return (
    <div className={`strip strip-${tone}`}>
      {icon}
      <p className="strip-text">{text}</p>
      {children !== undefined && <div className="strip-actions">{children}</div>}
    </div>
  );
}
