import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { Basis } from './basis.js';
import { RuleTitle } from './rule-title.js';
import type { Made } from './shapes.js';

const foundIn = ({ findings }: Made): ReadonlySet<string> =>
  new Set(findings.map(({ rule }) => rule));

/** How many rules looked at the words, in which version and since when it holds. */
export function RulesLine({ made }: { readonly made: Made }): ReactElement {
  const { review, changes } = useWords();
  const said = review.evidence;
  const { looked, version } = made.rules;
  const since = made.versions.find(({ what }) => what === 'rules')?.since ?? null;
  const found = foundIn(made).size;
  return (
    <section className="pane-part">
      {looked.length > 0 ? (
        <Chip tone={found === 0 ? 'ok' : 'wait'}>{said.rulesLine(looked.length, found)}</Chip>
      ) : (
        <p>{version === null ? said.rulesUnknown : said.rulesFormer}</p>
      )}
      {version !== null && (
        <p className="meta">
          {said.rulesOf(version)}
          {since !== null && ` · ${changes.since(momentOf(since))}`}
        </p>
      )}
    </section>
  );
}

/** Those with nothing to say, folded: they are read only by whoever asks whether one looked at all. */
export function PassedRules({ made }: { readonly made: Made }): ReactElement | null {
  const said = useWords().review.evidence;
  const found = foundIn(made);
  const passed = made.rules.looked.filter(({ rule }) => !found.has(rule));
  if (passed.length === 0) return null;
  return (
    <details className="pane-part folded">
      <summary>{said.passed(passed.length)}</summary>
      <ul className="passed-rules">
        {passed.map(({ rule, title, basis }) => (
          <li key={rule}>
            <span>
              <Chip tone="ok">{said.passedOne}</Chip> {rule} <RuleTitle rule={rule} title={title} />
            </span>
            <span className="meta">
              <Basis basis={basis} />
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
