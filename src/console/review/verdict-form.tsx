import { Button, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useKeys } from '../frame/keys.js';
import { useNames } from '../session/names.js';
import { useWords } from '../words/words.js';
import type { Judging } from './found-list.js';
import { keyOf } from './found-list.js';
import type { Finding, QueueItem, Verdict } from './shapes.js';
import { VERDICTS } from './shapes.js';

const SHORTEST = 4;

/** 结论: one of four, why, and what the employee is to learn. */
export function VerdictForm({
  item,
  findings,
  judging,
  done,
}: {
  readonly item: QueueItem;
  readonly findings: readonly Finding[];
  readonly judging: Judging;
  readonly done: () => void;
}): ReactElement {
  const words = useWords().review;
  const said = words.queue;
  const nameOf = useNames();
  const call = useApi();
  const change = useChange();
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const people = learnersOf(item, findings);
  const [chosen, setChosen] = useState<string | null>(null);
  const employee = chosen ?? people[0] ?? null;
  const saidIt = new Set(findings.map((one) => one.employee));
  const noteField = useId();
  const isReady = verdict !== null && reason.trim().length >= SHORTEST;
  const submit = async (): Promise<void> => {
    if (!isReady || change.isBusy) return;
    const judged = findings.flatMap((one) => {
      const value = judging[keyOf(one)];
      const { rule, seq, start } = one;
      return value ? [{ rule, seq, start, isRight: value === 'right' }] : [];
    });
    const told = employee && note.trim() ? { to: employee, words: note.trim() } : null;
    const sent = await change.run(
      () =>
        call('post', '/review/queue/{id}/verdict', {
          path: { id: item.conversation },
          body: { verdict, reason: reason.trim(), judged, note: told },
        }),
      said.submitted,
    );
    if (sent) done();
  };
  useKeys({
    ...Object.fromEntries(VERDICTS.map((one, nth) => [String(nth + 1), () => setVerdict(one)])),
    'mod+enter': () => void submit(),
  });
  return (
    <section className="pane-part verdict-form">
      <h3 id="verdict-title">{said.verdict}</h3>
      <div role="radiogroup" aria-labelledby="verdict-title" className="verdicts">
        {VERDICTS.map((one, nth) => (
          <button
            key={one}
            type="button"
            role="radio"
            aria-checked={verdict === one}
            className="verdict"
            onClick={() => setVerdict(one)}
          >
            <kbd>{nth + 1}</kbd>
            <span>{words.verdicts[one]}</span>
            <span className="meta">{words.verdictHints[one]}</span>
          </button>
        ))}
      </div>
      <label className="field">
        {said.reason}
        <Input.TextArea
          value={reason}
          placeholder={said.reasonHint}
          maxLength={1_000}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      {employee && (
        <div className="field">
          <label htmlFor={noteField}>{said.note}</label>
          {people.length > 1 ? (
            <div className="note-to">
              <span id={`${noteField}-to`}>{said.noteFor}</span>
              <Select
                aria-labelledby={`${noteField}-to`}
                value={employee}
                options={people.map((value) => ({
                  value,
                  label: said.learner(nameOf(value), saidIt.has(value)),
                }))}
                onChange={setChosen}
              />
            </div>
          ) : (
            <span className="meta">{said.noteTo(nameOf(employee))}</span>
          )}
          <Input.TextArea
            id={noteField}
            value={note}
            maxLength={1_000}
            aria-describedby={`${noteField}-when`}
            onChange={({ target }) => setNote(target.value)}
          />
          <span id={`${noteField}-when`} className="meta">
            {said.noteWhen}
          </span>
        </div>
      )}
      <Button
        type="primary"
        block
        disabled={!isReady}
        loading={change.isBusy}
        onClick={() => void submit()}
      >
        {said.submit}
      </Button>
      <p className="meta">{said.blind}</p>
      <p className="meta">
        <kbd>1</kbd> <kbd>2</kbd> <kbd>3</kbd> <kbd>4</kbd> {said.keys} <kbd>Ctrl Enter</kbd>
      </p>
    </section>
  );
}

/** Who may learn from it: first those whose words something was found in, then whoever had the pen. */
const learnersOf = ({ served }: QueueItem, findings: readonly Finding[]): readonly string[] => [
  ...new Set([...findings.flatMap(({ employee }) => employee ?? []), ...served]),
];
