import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import type { Tone } from '../frame/chip.js';
import { dayOf, secondOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { Marked } from './marked.js';
import type { Mark } from './marked.js';
import type { Finding, Line } from './shapes.js';

const TONES: Readonly<Record<Line['who'], Tone>> = {
  customer: 'plain',
  assistant: 'ai',
  advisor: 'brand',
  service: 'plain',
};

/** 会话记录, line by line as it was recorded; what was not said is dashed. */
export function RecordLines({
  lines,
  findings,
  picked,
  pick,
}: {
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
  readonly picked: number | null;
  readonly pick: (seq: number) => void;
}): ReactElement {
  const said = useWords().review.record;
  return (
    <ol className="record-lines" aria-label={said.transcript}>
      {lines.map((line, at) => (
        <li key={line.seq}>
          {dayOf(line.at) !== dayOf(lines[at - 1]?.at ?? line.at) && (
            <p className="meta record-day">{dayOf(line.at)}</p>
          )}
          <Row
            line={line}
            findings={findings.filter(({ seq }) => seq === line.seq)}
            isPicked={line.seq === picked}
            pick={() => pick(line.seq)}
          />
        </li>
      ))}
    </ol>
  );
}

function Row({
  line,
  findings,
  isPicked,
  pick,
}: {
  readonly line: Line;
  readonly findings: readonly Finding[];
  readonly isPicked: boolean;
  readonly pick: () => void;
}): ReactElement {
  const words = useWords().review;
  const { at, fate, who } = line;
  return (
    <button
      type="button"
      className={`record-line fate-${fate}`}
      aria-pressed={isPicked}
      onClick={pick}
    >
      <span className="meta record-time">{secondOf(at)}</span>
      <span className="record-who">
        {fate === 'said' || fate === 'happened' ? (
          <Chip tone={TONES[who]}>{words.record.speakers[who]}</Chip>
        ) : (
          <Chip tone={fate === 'blocked' ? 'stop' : 'wait'}>{words.record.fates[fate]}</Chip>
        )}
      </span>
      <span className="record-words">
        <Words line={line} findings={findings} />
        <Under line={line} findings={findings} />
      </span>
    </button>
  );
}

function Words({
  line,
  findings,
}: {
  readonly line: Line;
  readonly findings: readonly Finding[];
}): ReactElement {
  const words = useWords().review;
  const { text, kind, detail } = line;
  if (text === null) {
    return (
      <span className="record-happened">
        {words.kinds(kind)}
        {detail !== null && ` · ${words.channel(detail)}`}
      </span>
    );
  }
  const then: readonly Mark[] = line.findings.map(({ rule, start, end }) => ({
    start,
    end,
    title: rule,
  }));
  const now = findings.map(({ rule, title, start, end }) => ({
    start,
    end,
    title: `${rule} ${title}`,
  }));
  return (
    <span className="record-text">
      <Marked text={text} marks={[...now, ...then]} />
    </span>
  );
}

/** What goes with the words: who, of what they are made, and what was found in them. */
function Under({
  line,
  findings,
}: {
  readonly line: Line;
  readonly findings: readonly Finding[];
}): ReactElement | null {
  const { record: said } = useWords().review;
  const { person, citations, facts, cards, label, reason, fate } = line;
  const notes = [
    person,
    fate === 'blocked' ? said.blockedLine : null,
    fate === 'draft' ? said.draftLine : null,
    fate === 'dropped' ? said.droppedLine : null,
    citations > 0 ? said.cited(citations) : null,
    facts > 0 ? said.facts(facts) : null,
    cards.length > 0 ? said.cards(cards.length) : null,
    label,
    reason === null ? null : said.reason(reason),
  ].filter((one): one is string => one !== null && one !== '');
  const marks = [...new Set(line.findings.map(({ rule }) => rule))];
  if (notes.length === 0 && findings.length === 0 && marks.length === 0) return null;
  return (
    <span className="record-under">
      {findings.map(({ rule, title, severity, start }) => (
        <Chip key={`${rule} ${start}`} tone={severity === 'hard' ? 'stop' : 'wait'}>
          {rule} {title}
        </Chip>
      ))}
      {findings.length === 0 &&
        marks.map((rule) => (
          <Chip key={rule} tone="stop">
            {rule}
          </Chip>
        ))}
      {notes.length > 0 && <span className="meta">{notes.join(' · ')}</span>}
    </span>
  );
}
