import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { PlaceLink } from '../frame/place-link.js';
import { useWords } from '../words/words.js';
import { Basis } from './basis.js';
import { Precision, REMIND_BELOW } from './precision-list.js';
import { RuleSwitch } from './rule-switch.js';
import { RuleStanding } from './rule-standing.js';
import { RuleTrial } from './rule-trial.js';
import type { RuleLine } from './shapes.js';
import { RULE_DAYS, daysBack } from './shapes.js';
import { RuleTitle } from './rule-title.js';

/** One rule: its source, how right it has been week by week, and a run over history. */
export function RulePane({ rule }: { readonly rule: RuleLine }): ReactElement {
  const words = useWords();
  const said = words.review.rules;
  const { rule: id, title, basis, state, scope, right, wrong, precision, weeks } = rule;
  const judged = weeks.filter((week) => week.precision !== null);
  return (
    <aside className="review-pane" aria-label={`${id} ${words.ruleName(id, title)}`}>
      <header className="pane-head">
        <h2>
          {id} <RuleTitle rule={id} title={title} />
        </h2>
        <Chip tone={state === 'live' ? 'ok' : 'wait'}>{said.state[state]}</Chip>
      </header>
      <section className="pane-part">
        <h3>{said.basis}</h3>
        <p>
          <Basis basis={basis} />
        </p>
        <RuleStanding rule={rule} />
      </section>
      <section className="pane-part">
        <h3>{said.weeks}</h3>
        {precision === null ? (
          <p className="meta">{said.noWeeks}</p>
        ) : (
          <>
            <p>
              {said.judged(right, wrong)}{' '}
              {precision < REMIND_BELOW && <Chip tone="wait">{said.remind}</Chip>}
            </p>
            <dl className="pairs">
              {judged.map((week) => (
                <div key={week.from}>
                  <dt>{week.from}</dt>
                  <dd>
                    <Precision value={week.precision ?? 0} />
                  </dd>
                </div>
              ))}
            </dl>
          </>
        )}
        <p>
          <PlaceLink to={['records']} query={{ rule: id, since: daysBack(RULE_DAYS) }}>
            {said.find}
          </PlaceLink>
        </p>
      </section>
      {!id.startsWith('J') && <RuleTrial rule={id} />}
      {scope === 'conversation' ? (
        <RuleSwitch rule={rule} />
      ) : (
        <p className="pane-part meta">{said.sentenceLine}</p>
      )}
    </aside>
  );
}
