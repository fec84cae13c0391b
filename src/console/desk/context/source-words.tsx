import { EnterOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { jumpTo } from '../jump.js';
import { momentOf } from '../../words/dates.js';
import { useWords } from '../../words/words.js';
import type { SaidBefore } from './shapes.js';

/** The customer's own words; a press leads to where they said them. */
export function SourceWords({ said }: { readonly said: SaidBefore }): ReactElement {
  const words = useWords().portrait;
  return (
    <button
      type="button"
      className="source-words"
      title={words.jump}
      onClick={() => jumpTo(said.conversation, said.seq)}
    >
      <q>{said.text}</q>
      <span className="meta">
        {momentOf(said.at)} <EnterOutlined aria-label={words.jump} />
      </span>
    </button>
  );
}
