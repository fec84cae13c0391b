import type { ReactElement } from 'react';
import { dayOf } from '../../words/dates.js';
import { percentOf, yuanOf } from '../../words/figures.js';
import { useWords } from '../../words/words.js';
import type { Dealings } from './shapes.js';
import { SourceWords } from './source-words.js';

type Need = Dealings['needs'][number];

/** 需求: what the customer confirmed, each with the words it came from. */
export function Needs({ needs }: { readonly needs: Dealings['needs'] }): ReactElement {
  const words = useWords();
  const said = words.portrait;
  if (needs.length === 0) return <p className="meta context-none">{said.noNeeds}</p>;
  return (
    <>
      {needs.map((need) => (
        <section key={need.at}>
          <h3>
            {words.approvals.goal(need.goal)} <span className="meta">{dayOf(need.at)}</span>
          </h3>
          <Figures need={need} />
          {need.said.map((one) => (
            <SourceWords key={`${one.conversation} ${one.seq}`} said={one} />
          ))}
        </section>
      ))}
    </>
  );
}

function Figures({ need }: { readonly need: Need }): ReactElement {
  const words = useWords();
  const said = words.portrait.need;
  const figures: readonly (readonly [string, string | null])[] = [
    [said.amount, need.amount === null ? null : yuanOf(need.amount)],
    [said.months, need.months === null ? null : words.approvals.months(need.months)],
    [said.maxLoss, need.maxLoss === null ? null : percentOf(need.maxLoss)],
    [said.target, need.target === null ? null : yuanOf(need.target)],
    [said.monthlySaving, need.monthlySaving === null ? null : yuanOf(need.monthlySaving)],
  ];
  return (
    <dl className="figures">
      {figures.map(([name, figure]) =>
        figure === null ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{figure}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
