import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { PlaceLink } from '../frame/place-link.js';
import { FailedLine } from '../frame/states.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { Basis } from './basis.js';
import { Marked } from './marked.js';
import type { Finding, Line } from './shapes.js';
import { RuleTitle } from './rule-title.js';
import { useRecord } from './use-record.js';

/** What a reviewer says of each finding, by its key. */
export type Judging = Readonly<Record<string, 'right' | 'wrong'>>;

export const keyOf = ({ rule, seq, start }: Pick<Finding, 'rule' | 'seq' | 'start'>): string =>
  `${rule} ${seq} ${start}`;

const BEFORE = 2;
const OPENING = 6;

/** Each finding with the words it stands in, and what was said just before. */
export function FoundList({
  conversation,
  findings,
  judging,
  judge,
}: {
  readonly conversation: string;
  readonly findings: readonly Finding[];
  /** Null: not the reader's to judge. */
  readonly judging: Judging | null;
  readonly judge: (next: Judging) => void;
}): ReactElement {
  const said = useWords().review.record;
  const record = useRecord(conversation, Math.max(0, ...findings.map(({ seq }) => seq)));
  const spoken = (record.value?.lines ?? []).filter(({ text }) => text !== null);
  const isLost = record.failure !== null && !record.value;
  return (
    <>
      {isLost && <FailedLine what={said.transcript} again={record.again} />}
      {findings.length === 0 && <Context lines={beginningOf(spoken)} finding={null} />}
      <ul className="found-list">
        {findings.map((finding) => {
          const at = spoken.findIndex(({ seq }) => seq === finding.seq);
          const context = at < 0 ? [] : spoken.slice(Math.max(0, at - BEFORE), at + 1);
          return (
            <li key={keyOf(finding)}>
              <Head finding={finding} />
              <Context lines={context} finding={finding} />
              {judging && (
                <Judge
                  value={judging[keyOf(finding)] ?? null}
                  judge={(value) => judge({ ...judging, [keyOf(finding)]: value })}
                />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** Drawn by lot: how it began stands for what nothing was found in. */
const beginningOf = (spoken: readonly Line[]): readonly Line[] =>
  spoken.filter(({ fate }) => fate === 'said').slice(0, OPENING);

function Head({ finding }: { readonly finding: Finding }): ReactElement {
  const words = useWords().review;
  const { conversation, seq, rule, title, severity, basis, then } = finding;
  return (
    <div className="found-head">
      <p>
        <Chip tone={severity === 'hard' ? 'stop' : 'wait'}>{words[severity]}</Chip>
        <strong>
          {rule} <RuleTitle rule={rule} title={title} />
        </strong>
      </p>
      <p className="meta">
        <Basis basis={basis} /> · {words.queue.guardThen[then]}
      </p>
      <p>
        <PlaceLink to={['records', conversation, String(seq)]}>{words.queue.there}</PlaceLink>
      </p>
    </div>
  );
}

/** What was said around it, the hit marked. */
function Context({
  lines,
  finding,
}: {
  readonly lines: readonly Line[];
  readonly finding: Finding | null;
}): ReactElement | null {
  const words = useWords().review;
  if (lines.length === 0) return null;
  return (
    <dl className="context-words">
      {lines.map((line) => (
        <div key={line.seq}>
          <dt className="meta">
            {line.person ?? words.actor(line.who)} {momentOf(line.at).slice(5)}
            {line.fate !== 'said' && ` · ${words.record.fates[line.fate]}`}
          </dt>
          <dd>
            <Marked text={line.text ?? ''} marks={finding?.seq === line.seq ? [finding] : []} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Judge({
  value,
  judge,
}: {
  readonly value: 'right' | 'wrong' | null;
  readonly judge: (value: 'right' | 'wrong') => void;
}): ReactElement {
  const said = useWords().review.queue;
  return (
    <Segmented
      size="small"
      {...(value === null ? { value: '' } : { value })}
      onChange={(next) => judge(next as 'right' | 'wrong')}
      options={[
        { value: 'right', label: said.right },
        { value: 'wrong', label: said.wrong },
      ]}
    />
  );
}
