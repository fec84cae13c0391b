import { WarningFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import type { Tone } from '../frame/chip.js';
import { PlaceLink } from '../frame/place-link.js';
import { lineId } from '../frame/pointed.js';
import { dayOf, secondOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { EvidenceTab } from './evidence-pane.js';
import { Marked } from './marked.js';
import type { Finding, Line } from './shapes.js';
import { isAnswer } from './shapes.js';
import '../styles/replay.css';
import { RuleTitle } from './rule-title.js';

const TONES: Readonly<Record<Line['who'], Tone>> = {
  customer: 'plain',
  assistant: 'ai',
  advisor: 'brand',
  service: 'plain',
};

/** 会话记录, line by line as it was recorded; what was not said is dashed. */
export function RecordLines({
  conversation,
  lines,
  findings,
  picked,
  pick,
}: {
  readonly conversation: string;
  readonly lines: readonly Line[];
  readonly findings: readonly Finding[];
  readonly picked: number | null;
  readonly pick: (seq: number, tab?: EvidenceTab) => void;
}): ReactElement {
  const { review, replay } = useWords();
  const said = review.record;
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
          {isAnswer(line) && (
            <p className="record-asks meta">
              <button type="button" onClick={() => pick(line.seq, 'approved')}>
                {replay.who}
              </button>
              <PlaceLink to={['records', conversation, String(line.seq), 'replay']}>
                {replay.act}
              </PlaceLink>
            </p>
          )}
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
      id={lineId(line.seq)}
      className={`record-line ${line.isShut ? 'is-shut' : `fate-${fate}`}`}
      aria-pressed={isPicked}
      onClick={pick}
    >
      <span className="meta record-time">{secondOf(at)}</span>
      <span className="record-who">
        <Chip tone={TONES[who]}>{words.actor(who)}</Chip>
        {fate !== 'said' && fate !== 'happened' && (
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
  const { review: words, ruleName } = useWords();
  const { text, kind, detail, isShut } = line;
  if (isShut) {
    return (
      <>
        <strong className="record-shut">
          <WarningFilled aria-hidden="true" /> {words.record.shut}
        </strong>
        <span className="record-shut-line">{words.record.shutLine}</span>
      </>
    );
  }
  if (text === null) {
    return (
      <span className="record-happened">
        {words.kinds(kind)}
        {detail !== null && ` · ${words.happened(kind, detail)}`}
      </span>
    );
  }
  const marks = [...findings, ...line.findings].map(({ rule, title, start, end }) => ({
    start,
    end,
    title: `${rule} ${ruleName(rule, title)}`,
  }));
  return (
    <span className="record-text">
      <Marked text={text} marks={marks} />
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
  const said = useWords().review.record;
  const { citations, facts, cards, reason, fate } = line;
  const notes = [
    signatureOf(line),
    fate === 'blocked' ? said.blockedLine : null,
    fate === 'draft' ? said.draftLine : null,
    fate === 'dropped' ? said.droppedLine : null,
    citations > 0 ? said.cited(citations) : null,
    facts > 0 ? said.facts(facts) : null,
    cards.length > 0 ? said.cards(cards.length) : null,
    reason === null ? null : said.reason(reason),
  ].filter((one): one is string => one !== null && one !== '');
  const found = foundIn(line, findings);
  if (notes.length === 0 && found.length === 0) return null;
  return (
    <span className="record-under">
      {found.map(({ rule, title, severity }) => (
        <Chip key={rule} tone={severity === 'hard' ? 'stop' : 'wait'}>
          {rule} <RuleTitle rule={rule} title={title} />
        </Chip>
      ))}
      {notes.length > 0 && <span className="meta">{notes.join(' · ')}</span>}
    </span>
  );
}

type Found = Pick<Finding, 'rule' | 'title' | 'severity'>;

/** What it was signed with; a person's own label has their name in it already. */
const signatureOf = ({ person, label }: Line): string | null =>
  person === null || label?.includes(person) ? label : [person, label].filter(Boolean).join(' · ');

/** Each rule once; what inspection says of words goes before what the guard said then. */
function foundIn(line: Line, findings: readonly Finding[]): readonly Found[] {
  const all: readonly Found[] = findings.length > 0 ? findings : line.findings;
  return [...new Map(all.map((one) => [one.rule, one])).values()];
}
