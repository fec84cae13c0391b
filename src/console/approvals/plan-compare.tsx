import { ArrowRightOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { Donut } from '../charts/donut.js';
import { lossOf, percentOf } from '../words/figures.js';
import type { Words } from '../words/words.js';
import { useWords } from '../words/words.js';
import type { Plan } from './shapes.js';
import { partsOf } from './shapes.js';

interface Measure {
  readonly name: string;
  readonly of: (plan: Plan) => string | null;
  readonly note: (plan: Plan) => string;
}

/** What is drafted, and beside it what would be signed. */
export function PlanCompare({
  draft,
  now,
  isChanged,
}: {
  readonly draft: Plan;
  readonly now: Plan;
  readonly isChanged: boolean;
}): ReactElement {
  const words = useWords();
  const said = words.approvals;
  return (
    <section className="card plan-compare" aria-label={said.compare}>
      <Donut title={said.aiDraft} parts={partsOf(draft, said.idle)} />
      {isChanged && (
        <>
          <ArrowRightOutlined aria-hidden />
          <Donut title={said.adjusted} parts={partsOf(now, said.idle)} />
        </>
      )}
      <div className="measures">
        <dl className="figures">
          {measuresOf(words).map(({ name, of, note }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="measure">
                {isChanged && of(draft) !== of(now) && <s>{of(draft)}</s>} {of(now) ?? '–'}
              </dd>
              <dd className="meta">{note(now)}</dd>
            </div>
          ))}
        </dl>
        <p className="meta">{said.assumed(now.versions['assumptions'] ?? '–')}</p>
      </div>
    </section>
  );
}

const measuresOf = ({ approvals: said }: Words): readonly Measure[] => [
  {
    name: said.probability,
    of: ({ outlook }) => outlook && percentOf(outlook.probability, 0),
    note: ({ outlook }) =>
      outlook ? `${percentOf(outlook.low)}–${percentOf(outlook.high)}` : said.noGoal,
  },
  {
    name: said.statedLoss,
    of: ({ statedLoss }) => lossOf(statedLoss),
    note: ({ need }) =>
      need.maxLoss === null ? said.ofClass : said.within(percentOf(need.maxLoss)),
  },
  {
    name: said.pastDrawdown,
    of: ({ pastDrawdown }) => pastDrawdown && lossOf(pastDrawdown.worst),
    note: ({ pastDrawdown }) =>
      pastDrawdown ? `${pastDrawdown.from}–${pastDrawdown.to}` : said.shortHistory,
  },
  {
    name: said.highest,
    of: ({ products }) => `R${Math.max(1, ...products.map(({ riskLevel }) => riskLevel ?? 1))}`,
    note: ({ riskClass }) => said.ofCustomer(riskClass),
  },
];
