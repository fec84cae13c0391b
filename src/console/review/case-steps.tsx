import type { ReactElement } from 'react';
import { useNames } from '../session/names.js';
import { momentOf } from '../words/dates.js';
import type { Words } from '../words/words.js';
import { useWords } from '../words/words.js';
import type { CaseShown } from './case-shapes.js';

/** 经过: the latest first. */
export function CaseSteps({ shown }: { readonly shown: CaseShown }): ReactElement {
  const words = useWords();
  const said = words.caseWork;
  const nameOf = useNames();
  return (
    <section>
      <h3>{said.steps}</h3>
      <ol className="case-steps">
        {[...shown.steps].reverse().map((step, at) => (
          <li key={at}>
            <span className="case-step">
              <strong>{wordFor(said.kinds, step.kind)}</strong>
              {step.by !== null && <span>{nameOf(step.by)}</span>}
              {step.detail !== null && <span>{detailIn(words, step.kind, step.detail)}</span>}
              <span className="meta">{momentOf(step.at)}</span>
            </span>
            {step.words !== null && step.words !== '' && <p>{step.words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

const wordFor = (names: Readonly<Record<string, string>>, name: string): string =>
  names[name] ?? name;

/** A channel, an outcome, a way of checking or a tag has a name; a day or a hash is its own. */
function detailIn({ caseWork, portrait, joins }: Words, kind: string, detail: string): string {
  if (kind === 'TagsDeleted') return joins.list(detail.split(' ').map(portrait.tag));
  const { channels, outcomes, identities, wishes } = caseWork;
  return wordFor(
    { ...channels, ...outcomes, ...identities, ...wishes },
    detail.length > 24 ? detail.slice(0, 12) : detail,
  );
}
