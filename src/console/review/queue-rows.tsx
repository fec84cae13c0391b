import type { ReactElement } from 'react';
import { useContext } from 'react';
import { Chip } from '../frame/chip.js';
import { go } from '../frame/route.js';
import { PlaceLink } from '../frame/place-link.js';
import { LookContext } from '../look/look-context.js';
import { useInside } from '../session/session.js';
import { spanOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { Level, gravest } from './level.js';
import type { QueueItem } from './shapes.js';
import { RuleTitle } from './rule-title.js';

export function QueueRows({
  items,
  current,
}: {
  readonly items: readonly QueueItem[];
  readonly current: string | null;
}): ReactElement {
  const said = useWords().review.queue;
  return (
    <div className="card table-card">
      <table className="review-table queue-table">
        <caption className="visually-hidden">{said.title}</caption>
        <thead>
          <tr>
            <th scope="col">{said.level}</th>
            <th scope="col" className="number">
              {said.score}
            </th>
            <th scope="col">{said.rule}</th>
            <th scope="col">{said.customer}</th>
            <th scope="col">{said.source}</th>
            <th scope="col">{said.stage}</th>
            <th scope="col" className="number">
              {said.waits}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <Row key={item.conversation} item={item} isCurrent={item.conversation === current} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  item,
  isCurrent,
}: {
  readonly item: QueueItem;
  readonly isCurrent: boolean;
}): ReactElement {
  const { review: words, channel: channelOf } = useWords();
  const { language } = useContext(LookContext);
  const { conversation, rules, score, byLot, customer, channel, openedAt } = item;
  const first = gravest(rules);
  const open = (): void => go('queue', conversation);
  return (
    <tr aria-selected={isCurrent} className={isCurrent ? 'current' : ''} onClick={open}>
      <td>
        <Level rules={rules} />
      </td>
      <td className="number">{score > 0 ? score : '–'}</td>
      <td className="queue-rule">
        <PlaceLink to={['queue', conversation]}>
          {first ? (
            <>
              {first.rule} <RuleTitle {...first} />
            </>
          ) : (
            words.queue.whyLot
          )}
        </PlaceLink>
        {rules.length > 1 && <span className="meta"> +{rules.length - 1}</span>}
      </td>
      <td className="queue-who">
        {customer?.name ?? words.visitor}
        <span className="meta"> {channelOf(channel)}</span>
      </td>
      <td>{byLot ? words.lot : words.byRule}</td>
      <td>
        <Progress item={item} />
      </td>
      <td className="number">{spanOf(Date.now() - Date.parse(openedAt), language)}</td>
    </tr>
  );
}

function Progress({ item }: { readonly item: QueueItem }): ReactElement {
  const words = useWords().review;
  const { staff } = useInside().session;
  const { stage, holder, verdict } = item;
  if (stage === 'settled' && verdict) {
    return <Chip tone={verdict === 'violation' ? 'stop' : 'ok'}>{words.verdicts[verdict]}</Chip>;
  }
  return (
    <span className="queue-stage">
      <Chip tone={stage === 'first' ? 'plain' : 'brand'}>{words.stages[stage]}</Chip>
      {holder !== null && (
        <span className="meta">{holder === staff.id ? words.queue.mine : words.queue.held}</span>
      )}
    </span>
  );
}
