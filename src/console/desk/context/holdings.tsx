import { WarningFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { Donut } from '../../charts/donut.js';
import { Grade } from '../../frame/grade.js';
import { percentOf, yuanOf } from '../../words/figures.js';
import { useWords } from '../../words/words.js';
import { Gain } from './gain.js';
import type { Portrait } from './shapes.js';

/** 持仓: what it is worth and has gained, and what of it is too much in one place. */
export function Holdings({ portrait }: { readonly portrait: Portrait }): ReactElement {
  const said = useWords().portrait;
  const { positions, asOf } = portrait;
  return (
    <section>
      <h3>
        {said.holdings} <span className="meta">{said.asOf(positions.length, asOf)}</span>
      </h3>
      {positions.length === 0 ? (
        <p className="meta">{said.nothingHeld}</p>
      ) : (
        <>
          <Donut
            title={said.holdings}
            parts={positions.map(({ name, assetClass, share }) => ({
              label: name,
              assetClass,
              weight: share,
            }))}
          />
          <table className="positions">
            <thead>
              <tr>
                <th scope="col">{said.product}</th>
                <th scope="col">{said.grade}</th>
                <th scope="col">{said.value}</th>
                <th scope="col">{said.profit}</th>
              </tr>
            </thead>
            <tbody>
              {positions.map((one) => (
                <PositionRow key={one.code} position={one} />
              ))}
            </tbody>
          </table>
        </>
      )}
    </section>
  );
}

function PositionRow({
  position,
}: {
  readonly position: Portrait['positions'][number];
}): ReactElement {
  const said = useWords().portrait;
  const { name, share, concentrated, riskLevel, value, profit, pricedOn } = position;
  return (
    <tr>
      <th scope="row">
        {name} <span className="meta">{percentOf(share, 0)}</span>
        {pricedOn && <span className="meta position-day">{said.day(pricedOn)}</span>}
        {concentrated && (
          <span className="position-much">
            <WarningFilled aria-hidden /> {said.concentrated(percentOf(share, 0))}
          </span>
        )}
      </th>
      <td>
        <Grade level={riskLevel} />
      </td>
      <td className="figure">{yuanOf(value)}</td>
      <td className="figure">
        <Gain yuan={profit} />
      </td>
    </tr>
  );
}
