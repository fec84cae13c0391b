import type { TextAreaRef } from 'antd/es/input/TextArea';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useChange } from '../api/use-change.js';
import { CopilotCard } from '../copilot/copilot-card.js';
import type { ToneName } from '../copilot/shapes.js';
import { wordsIn } from '../copilot/shapes.js';
import { SummaryBar } from '../copilot/summary-bar.js';
import { Chip } from '../frame/chip.js';
import { useKeys } from '../frame/keys.js';
import { useInside } from '../session/session.js';
import { clockOf } from '../words/dates.js';
import type { Words } from '../words/words.js';
import { useWords } from '../words/words.js';
import { useWritten } from '../written.js';
import { Composer } from './composer.js';
import type { Asked } from './pen-actions.js';
import { PenButtons, PenDialog } from './pen-actions.js';
import type { Conversation } from './shapes.js';
import { Transcript } from './transcript.js';
import { useClaim } from './use-claim.js';

export function ConversationPane({
  conversation,
  isFresh,
  changed,
}: {
  readonly conversation: Conversation;
  /** Taken a moment ago, before it could be read: one goes on to write. */
  readonly isFresh: boolean;
  readonly changed: () => void;
}): ReactElement {
  const words = useWords();
  const change = useChange();
  const { session, may } = useInside();
  const field = useRef<TextAreaRef>(null);
  const [text, setText] = useWritten(session.staff.id, conversation.id);
  const [sources, cite] = useState<readonly string[]>([]);
  const [tone, setTone] = useState<ToneName>('plain');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { id, epoch, pen, person, draft, customer, stage, summary } = conversation;
  /** Nobody was called yet: the talk itself is short enough. */
  const isEarly = pen === 'assistant' && stage === 'none';
  const isMine = pen === 'advisor' && person?.id === session.staff.employee;
  const { claim } = useClaim(id, epoch, {
    taken: () => setTimeout(() => field.current?.focus()),
    lost: () => undefined,
    settled: changed,
  });
  useEffect(() => {
    if (isFresh && isMine) field.current?.focus();
  }, [isFresh, isMine]);
  const write = (words: string): void => {
    setText(words);
    field.current?.focus();
  };
  const insert = (words: string): void =>
    write(text.trim() === '' ? words : `${text.trimEnd()}${words}`);
  useKeys({
    t: () => !isMine && may('conversation.claim') && claim(),
    'mod+shift+h': () => isMine && setAsked('return'),
    'mod+shift+e': () => isMine && setAsked('resolve'),
    enter: () => field.current?.focus(),
  });
  return (
    <main className="talk">
      <header className="talk-head">
        <h2>{customer?.name ?? words.desk.visitor}</h2>
        <Holder conversation={conversation} isMine={isMine} words={words} />
        <span className="meta">{words.channel(conversation.channel)}</span>
        <div className="talk-acts">
          <PenButtons
            conversation={conversation}
            isMine={isMine}
            mayClaim={may('conversation.claim')}
            claim={claim}
            ask={setAsked}
          />
        </div>
      </header>
      {!isEarly && <SummaryBar summary={summary} />}
      <Transcript conversation={conversation} />
      {isMine && (
        <CopilotCard
          conversation={conversation}
          tone={tone}
          choose={setTone}
          accept={write}
          insert={insert}
          changed={changed}
        />
      )}
      {isMine ? (
        <Composer
          conversation={conversation}
          text={text}
          setText={setText}
          sources={sources}
          cite={cite}
          offered={wordsIn(draft, tone)}
          field={field}
          done={changed}
        />
      ) : (
        text !== '' && <p className="kept-text">{words.desk.penLost(person?.name ?? '')}</p>
      )}
      {asked && (
        <PenDialog
          asked={asked}
          conversation={conversation}
          change={change}
          close={() => setAsked(null)}
          done={changed}
        />
      )}
    </main>
  );
}

/** Who holds the pen, in a word and a colour. */
function Holder({
  conversation: { pen, person, stage, asked },
  isMine,
  words,
}: {
  readonly conversation: Conversation;
  readonly isMine: boolean;
  readonly words: Words;
}): ReactElement {
  const said = words.desk;
  if (stage === 'closed') return <Chip>{said.closed}</Chip>;
  if (isMine) return <Chip tone="ok">{said.youHold}</Chip>;
  if (pen === 'advisor') return <Chip tone="brand">{said.holds(person?.name ?? '')}</Chip>;
  if (pen === 'waiting') {
    return <Chip tone="wait">{said.waitsSince(asked === null ? '' : clockOf(asked))}</Chip>;
  }
  return <Chip tone="ai">{said.aiHolds}</Chip>;
}
