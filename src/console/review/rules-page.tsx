import { Input, Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { BackTo } from '../frame/back-to.js';
import { Chip } from '../frame/chip.js';
import { useKept } from '../frame/kept.js';
import { go, useRoute } from '../frame/route.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useRoom } from '../frame/use-width.js';
import { PlaceLink } from '../frame/place-link.js';
import { useWords } from '../words/words.js';
import { Basis } from './basis.js';
import { Precision } from './precision-list.js';
import { RulePane } from './rule-pane.js';
import type { RuleLine } from './shapes.js';
import { RULE_DAYS, daysBack } from './shapes.js';
import '../styles/grade.css';
import '../styles/review.css';
import { RuleTitle } from './rule-title.js';

const SCOPES = ['all', 'sentence', 'conversation'] as const;
type Scope = (typeof SCOPES)[number];

/** 规则台: every rule, where it comes from, and how right it has been. */
export default function RulesPage(): ReactElement {
  const words = useWords();
  const said = words.review.rules;
  const call = useApi();
  const read = useRead('rules', (signal) =>
    call('get', '/review/rules', { query: { since: daysBack(RULE_DAYS) }, signal }),
  );
  const rules = read.value?.rules ?? null;
  const count = (state: RuleLine['state']): number =>
    rules?.filter((one) => one.state === state).length ?? 0;
  return (
    <>
      <TopBar
        title={words.pages.rules}
        {...(rules ? { line: said.count(count('live'), count('trial')) } : {})}
      />
      {read.failure && !rules ? (
        <Failed error={read.failure} what={words.pages.rules} again={read.again} />
      ) : !rules ? (
        <Loading rows={8} />
      ) : (
        <Listed rules={rules} />
      )}
    </>
  );
}

function Listed({ rules }: { readonly rules: readonly RuleLine[] }): ReactElement {
  const words = useWords();
  const said = words.review.rules;
  const [, id = null] = useRoute();
  const isPhone = useRoom() === 'phone';
  const [scope, setScope] = useKept<Scope>('rules scope', 'all');
  const [sought, setSought] = useKept('rules sought', '');
  const shown = rules.filter(
    (one) =>
      (scope === 'all' || one.scope === scope) &&
      `${one.rule} ${one.title} ${words.ruleName(one.rule, one.title)}`
        .toLowerCase()
        .includes(sought.trim().toLowerCase()),
  );
  const current = rules.find(({ rule }) => rule === id) ?? (isPhone ? undefined : shown[0]);
  return (
    <div className="review-split">
      {(!isPhone || !current) && (
        <main className="review-main" tabIndex={-1}>
          <div className="review-filters">
            <Segmented<Scope>
              value={scope}
              onChange={setScope}
              options={SCOPES.map((value) => ({ value, label: said.scopes[value] }))}
            />
            <Input
              className="rule-search"
              aria-label={said.search}
              placeholder={said.search}
              value={sought}
              onChange={({ target }) => setSought(target.value)}
            />
          </div>
          {shown.length === 0 ? (
            <Empty title={said.none} line={said.noneLine} />
          ) : (
            <Rows rules={shown} current={current?.rule ?? null} />
          )}
        </main>
      )}
      {current && (
        <>
          <BackTo place="rules" name={words.pages.rules} />
          <RulePane key={current.rule} rule={current} />
        </>
      )}
    </div>
  );
}

function Rows({
  rules,
  current,
}: {
  readonly rules: readonly RuleLine[];
  readonly current: string | null;
}): ReactElement {
  const said = useWords().review.rules;
  return (
    <div className="card table-card">
      <table className="review-table rules-table">
        <caption className="visually-hidden">{said.rule}</caption>
        <thead>
          <tr>
            <th scope="col">{said.rule}</th>
            <th scope="col">{said.basis}</th>
            <th scope="col">{said.standing}</th>
            <th scope="col" className="number">
              {said.found}
            </th>
            <th scope="col">{said.precision}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ rule, title, basis, state, found, precision }) => (
            <tr
              key={rule}
              className={rule === current ? 'current' : ''}
              onClick={() => go('rules', rule)}
            >
              <td>
                <PlaceLink to={['rules', rule]}>
                  {rule} <RuleTitle rule={rule} title={title} />
                </PlaceLink>
              </td>
              <td className="meta">
                <Basis basis={basis} />
              </td>
              <td>
                <Chip tone={state === 'live' ? 'ok' : 'wait'}>{said.state[state]}</Chip>
              </td>
              <td className="number">{found}</td>
              <td>
                {precision === null ? (
                  <span className="meta">{said.unjudged}</span>
                ) : (
                  <Precision value={precision} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
