import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { ClockIcon, HeadsetIcon } from './icons.js';
import { useRecord } from '../record/record-store.js';
import { useWords } from '../words/words.js';

interface HumanButtonProps {
  /** False until the conversation can be spoken in; a press is kept until then. */
  readonly isReady: boolean;
  readonly onAsk: () => void;
}

/** 转人工: at every width and scroll position. Off while a request is open or a person is here. */
export function HumanButton({ isReady, onAsk }: HumanButtonProps): ReactElement | null {
  const words = useWords();
  const asked = useRecord((record) => record.handoff?.state ?? null);
  const isOpen = asked === 'asked' || asked === 'waiting';
  const isServed = useRecord((record) => record.advisor !== null);
  const [isAsked, setAsked] = useState(false);
  useEffect(() => {
    if (!isReady || !isAsked) return;
    setAsked(false);
    onAsk();
  }, [isReady, isAsked, onAsk]);
  if (isServed) return null;
  return (
    <button type="button" className="human-button" disabled={isOpen} onClick={() => setAsked(true)}>
      {isOpen ? <ClockIcon /> : <HeadsetIcon />}
      {asked === 'waiting' ? words.inQueue : isOpen ? words.queued : words.human}
    </button>
  );
}
