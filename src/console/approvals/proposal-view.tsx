import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Chip } from '../frame/chip.js';
import { Failed, Loading } from '../frame/states.js';
import { dayOf, momentOf } from '../words/dates.js';
import { percentOf, yuanOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import { DiffTable } from './diff-table.js';
import { GoalFan } from './goal-fan.js';
import { PlanCompare } from './plan-compare.js';
import type { Shown } from './shapes.js';
import { SignPane } from './sign-pane.js';
import { History, SinceCard, SaidCard } from './since-card.js';
import { planAt, useAdjusting } from './use-adjusting.js';

export function ProposalView({
  id,
  decided,
}: {
  readonly id: string;
  readonly decided: () => void;
}): ReactElement {
  const said = useWords().approvals;
  const call = useApi();
  const [round, setRound] = useState(0);
  const shown = useRead(`${id}/${round}`, (signal) =>
    call('get', '/desk/proposals/{id}', { path: { id }, signal }),
  );
  if (shown.failure) return <Failed error={shown.failure} what={said.one} again={shown.again} />;
  if (!shown.value) return <Loading rows={6} />;
  const again = (): void => {
    setRound(round + 1);
    decided();
  };
  return <Opened key={`${id}/${round}`} shown={shown.value} decided={again} />;
}

function Opened({
  shown,
  decided,
}: {
  readonly shown: Shown;
  readonly decided: () => void;
}): ReactElement {
  const adjusting = useAdjusting(shown);
  const plan = planAt(shown, adjusting);
  return (
    <>
      <main className="approval" tabIndex={0}>
        <Head shown={shown} />
        <PlanCompare draft={shown.draft} now={plan} isChanged={plan !== shown.draft} />
        <DiffTable shown={shown} plan={plan} adjusting={adjusting} />
        <div className="approval-pair">
          {plan.outlook && <GoalFan outlook={plan.outlook} />}
          <div className="card approval-notes">
            <SinceCard id={shown.id} />
            <SaidCard shown={shown} />
            <History shown={shown} />
          </div>
        </div>
      </main>
      <SignPane shown={shown} adjusting={adjusting} decided={decided} />
    </>
  );
}

function Head({ shown }: { readonly shown: Shown }): ReactElement {
  const said = useWords().approvals;
  const { customer, draft, first } = shown;
  const { need } = draft;
  const figures: readonly (readonly [string, string])[] = [
    [said.purpose, said.goal(need.goal)],
    [said.amount, yuanOf(need.amount)],
    [said.horizon, need.months === null ? said.open : said.months(need.months)],
    [said.bearable, need.maxLoss === null ? said.ofClass : percentOf(need.maxLoss)],
  ];
  return (
    <header className="approval-head">
      <div>
        <h2>
          {said.title(said.goal(need.goal))}{' '}
          <Chip tone={shown.stage === 'drafted' ? 'wait' : 'plain'}>
            {first === null ? said.stages[shown.stage] : said.waitsSecond}
          </Chip>
        </h2>
        <p className="meta">
          {customer ? `${customer.name} C${customer.tolerance ?? '–'}` : said.gone} ·{' '}
          {said.draftedAt(momentOf(shown.drafted))} · <span className="mono">{shown.id}</span> ·{' '}
          {said.portrait(draft.riskClass, dayOf(`${draft.asOf}T04:00:00Z`))}
        </p>
      </div>
      <dl className="figures">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
