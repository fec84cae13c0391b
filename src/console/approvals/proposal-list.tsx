import { ClockCircleOutlined, TeamOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useContext } from 'react';
import { Chip } from '../frame/chip.js';
import { PlaceLink } from '../frame/place-link.js';
import { LookContext } from '../look/look-context.js';
import { spanOf } from '../words/dates.js';
import { yuanOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import type { Line } from './shapes.js';

const DAY_MS = 86_400_000;

export function ProposalList({
  lines,
  current,
}: {
  readonly lines: readonly Line[];
  readonly current: string | null;
}): ReactElement {
  const said = useWords().approvals;
  return (
    <nav className="approval-list" aria-label={said.list}>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <Row line={line} isCurrent={line.id === current} />
          </li>
        ))}
      </ul>
      <p className="meta approval-rule">{said.rule}</p>
      <p className="meta approval-keys">
        <kbd>A</kbd> {said.approveShort} <kbd>E</kbd> {said.adjustShort} <kbd>D</kbd>{' '}
        {said.declineShort}
      </p>
    </nav>
  );
}

function Row({
  line,
  isCurrent,
}: {
  readonly line: Line;
  readonly isCurrent: boolean;
}): ReactElement {
  const words = useWords();
  const said = words.approvals;
  const { language } = useContext(LookContext);
  const { customer, months } = line;
  const left = Date.parse(line.expires) - Date.now();
  return (
    <PlaceLink
      to={['approvals', line.id]}
      className="list-row approval-row"
      aria-current={isCurrent || undefined}
    >
      <span className="approval-who">
        <strong>{customer?.name ?? said.gone}</strong>
        {customer && (
          <span className="meta">
            C{customer.tolerance ?? '–'}
            {customer.age !== null && ` · ${said.age(customer.age)}`}
          </span>
        )}
        <span className="meta approval-since">
          {spanOf(Date.now() - Date.parse(line.drafted), language)}
        </span>
      </span>
      <span>
        {said.goal(line.goal)} {said.yuan(yuanOf(line.amount))}
        {months !== null && ` · ${said.months(months)}`}
      </span>
      <span className="approval-chips">
        {line.todo === null ? (
          <Chip>{line.first === null ? said.stages[line.stage] : said.waitsSecond}</Chip>
        ) : (
          <Chip tone={left < DAY_MS ? 'wait' : 'plain'} icon={<ClockCircleOutlined />}>
            {said.left(spanOf(left, language))}
          </Chip>
        )}
        {line.fourEyes.length > 0 && (
          <Chip tone="brand" icon={<TeamOutlined />}>
            {line.todo === 'countersign' ? said.waitsYou : said.fourEyes}
          </Chip>
        )}
      </span>
    </PlaceLink>
  );
}
