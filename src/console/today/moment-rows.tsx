import { StopOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { go } from '../frame/route.js';
import { PlaceLink } from '../frame/place-link.js';
import { daysUntil } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { Doing } from './act-dialogs.js';
import { HeldWords } from './held-words.js';
import type { Moment } from './shapes.js';
import { scoreOf } from './shapes.js';

/** Rows as they are ranked; what may not be done now stays in sight, greyed, with the rule. */
export function MomentRows({
  moments,
  current,
  act,
}: {
  readonly moments: readonly Moment[];
  readonly current: string | null;
  readonly act: (acting: { readonly doing: Doing; readonly moment: Moment }) => void;
}): ReactElement {
  const said = useWords().today;
  if (moments.length === 0) return <p className="card meta today-none">{said.noneHere}</p>;
  return (
    <section className="card today-table" aria-label={said.list} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {Object.values(said.columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {moments.map((moment) => (
            <Row
              key={moment.id}
              moment={moment}
              isCurrent={moment.id === current}
              ask={(doing) => act({ doing, moment })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({
  moment,
  isCurrent,
  ask,
}: {
  readonly moment: Moment;
  readonly isCurrent: boolean;
  readonly ask: (doing: Doing) => void;
}): ReactElement {
  const { today: said, joins } = useWords();
  const { id, number, audience, channels, held, tolerance, age, state } = moment;
  const pick = (): void => go('today', id);
  return (
    <tr aria-current={isCurrent || undefined} data-held={held !== null || undefined} onClick={pick}>
      <td>
        <ScoreRing score={scoreOf(moment)} />
      </td>
      <th scope="row">
        <PlaceLink to={['today', id]}>{moment.masked}</PlaceLink>
        <span className="meta">
          {tolerance === null ? '' : `C${tolerance}`}
          {age !== null && ` · ${said.age(age)}`}
        </span>
      </th>
      <td>
        <strong>{said.whyNow(moment)}</strong> <span className="meta">{said.number(number)}</span>
        <span className="today-action">{said.momentAction(number, audience, moment.action)}</span>
        {held && (
          <span className="today-held">
            <StopOutlined aria-hidden /> <HeldWords held={held} />
          </span>
        )}
      </td>
      <td>
        <Due moment={moment} />
      </td>
      <td className="today-channels">{joins.list(channels.map(said.channel))}</td>
      <td className="today-acts">
        {state === 'told' ? (
          <Button size="small" type="primary" onClick={() => ask('outcome')}>
            {said.outcome}
          </Button>
        ) : (
          <>
            <Button size="small" onClick={() => ask('write')}>
              {said.write}
            </Button>
            <Button size="small" type="text" onClick={() => ask('postpone')}>
              {said.postpone}
            </Button>
          </>
        )}
      </td>
    </tr>
  );
}

function Due({ moment: { until, state, again } }: { readonly moment: Moment }): ReactElement {
  const said = useWords().today;
  if (state === 'told') return <Chip tone="ok">{said.told}</Chip>;
  if (again !== null && daysUntil(again) > 0) return <Chip>{said.again(again)}</Chip>;
  const days = daysUntil(until);
  return <Chip tone={days === 0 ? 'wait' : 'plain'}>{said.due(days)}</Chip>;
}

const RADIUS = 13;
const ROUND = 2 * Math.PI * RADIUS;
const HIGH = 60;
const MIDDLE = 30;

/** Of 100; the figure stands inside. */
function ScoreRing({ score }: { readonly score: number }): ReactElement {
  const said = useWords().today;
  const tone = score >= HIGH ? 'late' : score >= MIDDLE ? 'soon' : 'fine';
  return (
    <svg
      className={`ring score-ring ring-${tone}`}
      viewBox="0 0 32 32"
      role="img"
      aria-label={said.score(score)}
    >
      <circle className="ring-track" cx={16} cy={16} r={RADIUS} />
      <circle
        className="ring-left"
        cx={16}
        cy={16}
        r={RADIUS}
        strokeDasharray={`${(score / 100) * ROUND} ${ROUND}`}
        transform="rotate(-90 16 16)"
      />
      <text x={16} y={19.5} textAnchor="middle">
        {score}
      </text>
    </svg>
  );
}
