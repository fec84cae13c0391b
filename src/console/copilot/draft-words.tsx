import { Button, Dropdown, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useWords } from '../words/words.js';
import type { Draft, ToneName } from './shapes.js';
import { sentencesOf, tonesOf, wordsIn } from './shapes.js';

const FAULTS = ['inaccurate', 'too_long', 'tone', 'said_before', 'other'] as const;

/** The draft in one of its tones: taken whole, by the sentence, or put aside with a reason. */
export function DraftWords({
  conversation,
  draft,
  tone,
  choose,
  accept,
  insert,
  discarded,
}: {
  readonly conversation: string;
  readonly draft: Draft;
  readonly tone: ToneName;
  readonly choose: (tone: ToneName) => void;
  readonly accept: (text: string) => void;
  readonly insert: (sentence: string) => void;
  readonly discarded: () => void;
}): ReactElement {
  const words = useWords();
  const said = words.copilot;
  const call = useApi();
  const change = useChange();
  const [bySentence, setBySentence] = useState(false);
  const text = wordsIn(draft, tone);
  const discard = async (fault: (typeof FAULTS)[number]): Promise<void> => {
    const body = { turn: draft.turn, fault, words: null };
    const isDone = await change.run(
      () =>
        call('post', '/desk/conversations/{id}/draft/discard', {
          path: { id: conversation },
          body,
        }),
      said.discarded,
    );
    if (isDone) discarded();
  };
  if (text === null) return <p className="draft-text">{words.desk.noDraft}</p>;
  return (
    <>
      {bySentence ? (
        <ul className="draft-text draft-sentences">
          {sentencesOf(text).map((sentence, at) => (
            <li key={`${at} ${sentence}`}>
              <button type="button" title={said.insert} onClick={() => insert(sentence)}>
                {sentence}
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="draft-text" tabIndex={0}>
          {text}
        </p>
      )}
      <p className="draft-foot">
        <Button size="small" type="primary" className="draft-accept" onClick={() => accept(text)}>
          {words.desk.accept} <kbd>Tab</kbd>
        </Button>
        <Button size="small" aria-pressed={bySentence} onClick={() => setBySentence(!bySentence)}>
          {said.perSentence}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: FAULTS.map((key) => ({ key, label: said.faults[key] })),
            onClick: ({ key }) => void discard(key as (typeof FAULTS)[number]),
          }}
        >
          <Button size="small" type="text" loading={change.isBusy}>
            {said.unfit}
          </Button>
        </Dropdown>
        {draft.tones.length > 0 && (
          <Segmented<ToneName>
            size="small"
            className="tones"
            aria-label={said.tone}
            value={tonesOf(draft).some(([name]) => name === tone) ? tone : 'plain'}
            onChange={choose}
            options={tonesOf(draft).map(([value]) => ({ value, label: said.tones[value] }))}
          />
        )}
        <span className="meta draft-sources">
          {draft.citations.map(({ title }, at) => (
            <span key={title + String(at)}>
              [{at + 1}] {title}{' '}
            </span>
          ))}
        </span>
      </p>
    </>
  );
}
