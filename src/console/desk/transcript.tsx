import { LockOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useEffect, useRef } from 'react';
import { lineId } from '../frame/pointed.js';
import { clockOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { Conversation, Utterance } from './shapes.js';
import { entriesOf } from './shapes.js';

const NEAR_END_PX = 120;

/** What was said and what happened to the pen, in the order of the record. */
export function Transcript({
  conversation,
}: {
  readonly conversation: Conversation;
}): ReactElement {
  const { desk: said, house } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const entries = entriesOf(conversation);
  const last = entries.at(-1)?.seq ?? 0;
  const isAtEnd = useRef(true);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const follow = (): void => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    };
    follow();
    // A longer draft or composer takes room from the end of the talk.
    const sizes = new ResizeObserver(follow);
    sizes.observe(element);
    return () => sizes.disconnect();
  }, [last]);
  const scrolled = (): void => {
    const element = box.current;
    if (!element) return;
    const below = element.scrollHeight - element.scrollTop - element.clientHeight;
    isAtEnd.current = below < NEAR_END_PX;
  };
  return (
    <div
      className="transcript"
      ref={box}
      role="log"
      aria-label={said.transcript}
      tabIndex={0}
      onScroll={scrolled}
    >
      {entries.map((entry) =>
        entry.is === 'said' ? (
          <Said
            key={entry.seq}
            said={entry.said}
            customer={conversation.customer?.name ?? said.visitor}
          />
        ) : (
          <p key={entry.seq} id={lineId(entry.seq)} tabIndex={-1} className="happening">
            <span>
              {clockOf(entry.happened.at)} {house(entry.happened.words)}
            </span>
          </p>
        ),
      )}
    </div>
  );
}

function Said({
  said: { seq, speaker, person, text, at, citations, cards, reason, mentions },
  customer,
}: {
  readonly said: Utterance;
  readonly customer: string;
}): ReactElement {
  const { desk: words, copilot, joins } = useWords();
  if (speaker === 'note') {
    return (
      <div className="internal-note" id={lineId(seq)} tabIndex={-1}>
        <LockOutlined aria-hidden /> <strong>{words.note}</strong>{' '}
        <span>{mentions.length === 0 ? text : <Mentioned text={text} />}</span>
        <span className="meta">
          {person?.name} {clockOf(at)}
        </span>
      </div>
    );
  }
  const who =
    speaker === 'customer' ? customer : speaker === 'advisor' ? (person?.name ?? '') : words.ai;
  return (
    <div className={`said said-${speaker}`} id={lineId(seq)} tabIndex={-1}>
      <span className="meta">
        {who} {clockOf(at)}
      </span>
      <div className="bubble">{text.replaceAll('**', '')}</div>
      {(citations.length > 0 || reason || cards.includes('product_facts')) && (
        <span className="meta">
          {cards.includes('product_facts') && `${copilot.withCard} `}
          {citations.length > 0 && words.cited(joins.list(citations.map(({ title }) => title)))}
          {reason && ` ${words.sentBecause(reason)}`}
        </span>
      )}
    </div>
  );
}

/** 「@何珊 先听她说」: names stand out. */
const Mentioned = ({ text }: { readonly text: string }): ReactElement => (
  <>
    {text.split(/(@[^\s@，。,.：:]+)/).map((part, at) =>
      part.startsWith('@') ? (
        <span key={`${at} ${part}`} className="mention">
          {part}
        </span>
      ) : (
        part
      ),
    )}
  </>
);
