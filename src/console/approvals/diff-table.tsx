import { CheckCircleFilled, LoadingOutlined, PushpinFilled, StopOutlined } from '@ant-design/icons';
import { Button, InputNumber, Switch } from 'antd';
import type { ReactElement } from 'react';
import { assetToken } from '../charts/asset-colours.js';
import { Chip } from '../frame/chip.js';
import { Grade } from '../frame/grade.js';
import { percentOf, pointsOf, yuanOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import type { DiffRow, Plan, Shown } from './shapes.js';
import { amountsOf, diffOf } from './shapes.js';
import type { Adjusting } from './use-adjusting.js';

/** Yuan by one press of an arrow; the product's own step is told when it is missed. */
const STEP = 1_000;

export function DiffTable({
  shown,
  plan,
  adjusting,
}: {
  readonly shown: Shown;
  readonly plan: Plan;
  readonly adjusting: Adjusting;
}): ReactElement {
  const { approvals: said, house } = useWords();
  const mayEdit = shown.todo === 'sign';
  const amounts = mayEdit ? adjusting.amounts : amountsOf(plan);
  const rows = diffOf(shown.draft, amounts, plan);
  const whole = shown.draft.need.amount;
  const placed = rows.reduce((sum, { now }) => sum + now, 0);
  return (
    <section className="card diff" tabIndex={0} aria-label={said.products}>
      <table>
        <thead>
          <tr>
            <th scope="col">{said.product}</th>
            <th scope="col">{said.grade}</th>
            <th scope="col">{said.aiDraft}</th>
            <th scope="col">{said.adjusted}</th>
            <th scope="col">{said.difference}</th>
            <th scope="col">{said.share}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.code}
              row={row}
              whole={whole}
              {...(mayEdit
                ? {
                    set: adjusting.set,
                    isSettled: adjusting.settled.has(row.code),
                    release: () => adjusting.release(row.code),
                  }
                : {})}
            />
          ))}
        </tbody>
      </table>
      <footer className="diff-foot">
        <span className="meta">
          {said.total(percentOf(placed / whole), yuanOf(placed))}
          {placed < whole && ` · ${said.idleOf(yuanOf(whole - placed))}`}
        </span>
        {mayEdit && (
          <label className="diff-solve" title={said.solveRestNote}>
            <Switch
              size="small"
              checked={adjusting.solvesRest}
              aria-label={said.solveRest}
              onChange={adjusting.setSolvesRest}
            />
            {said.solveRest}
          </label>
        )}
        <Gate adjusting={adjusting} />
      </footer>
      {(adjusting.tried?.faults ?? []).length > 0 && (
        <div className="diff-faults" role="alert">
          <ul>
            {adjusting.tried?.faults.map(({ why, words }) => (
              <li key={`${why} ${words}`}>
                <StopOutlined /> {house(words)}
              </li>
            ))}
          </ul>
          <Button size="small" onClick={adjusting.restore}>
            {said.restore}
          </Button>
        </div>
      )}
    </section>
  );
}

/** Whether what stands in the table has been reckoned and gated. */
function Gate({ adjusting }: { readonly adjusting: Adjusting }): ReactElement | null {
  const said = useWords().approvals;
  if (!adjusting.isChanged && !adjusting.isTrying) return null;
  if (adjusting.isTrying) return <Chip icon={<LoadingOutlined />}>{said.reckoning}</Chip>;
  if (!adjusting.tried?.plan) return <Chip tone="stop">{said.infeasible}</Chip>;
  return (
    <Chip tone="ok" icon={<CheckCircleFilled />}>
      {said.reckoned((adjusting.tried.tookMs / 1000).toFixed(2))}
    </Chip>
  );
}

function Row({
  row,
  whole,
  set,
  isSettled = false,
  release,
}: {
  readonly row: DiffRow;
  readonly whole: number;
  readonly set?: Adjusting['set'];
  readonly isSettled?: boolean;
  readonly release?: () => void;
}): ReactElement {
  const said = useWords().approvals;
  const difference = (row.now - row.drafted) / whole;
  return (
    <tr data-changed={difference !== 0 || undefined}>
      <th scope="row">
        <i className={`swatch ${assetToken(row.assetClass)}`} aria-hidden="true" />
        {row.name} <span className="meta mono">{row.code}</span>
        {row.drafted === 0 && <Chip tone="wait">{said.added}</Chip>}
        {isSettled && (
          <Button
            size="small"
            type="text"
            icon={<PushpinFilled />}
            title={said.release(row.name)}
            aria-label={said.release(row.name)}
            onClick={release}
          />
        )}
      </th>
      <td>
        <Grade level={row.riskLevel} />
      </td>
      <td className="figure">{yuanOf(row.drafted)}</td>
      <td className="figure">
        {set ? (
          <InputNumber
            size="small"
            min={0}
            max={whole}
            step={STEP}
            precision={2}
            value={row.now}
            aria-label={said.amountOf(row.name)}
            formatter={(value) => yuanOf(Number(value ?? 0))}
            parser={(text) => Number((text ?? '').replaceAll(',', ''))}
            onChange={(value) => set(row.code, Number(value ?? 0))}
          />
        ) : (
          yuanOf(row.now)
        )}
      </td>
      <td>
        <Difference ratio={difference} />
      </td>
      <td className="figure">{percentOf(row.now / whole)}</td>
    </tr>
  );
}

/** Percentage points to either side of what was drafted. */
function Difference({ ratio }: { readonly ratio: number }): ReactElement {
  const said = useWords().approvals;
  if (ratio === 0) return <span className="meta">{said.same}</span>;
  const width = Math.min(50, Math.abs(ratio) * 250);
  return (
    <span className="difference">
      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        <rect x={ratio > 0 ? 50 : 50 - width} width={width} height={10} />
        <line x1={50} x2={50} y1={0} y2={10} />
      </svg>
      {pointsOf(ratio)}
    </span>
  );
}
