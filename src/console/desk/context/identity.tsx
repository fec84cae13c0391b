import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useApi } from '../../api/api-context.js';
import { useChange } from '../../api/use-change.js';
import { Chip } from '../../frame/chip.js';
import { useInside } from '../../session/session.js';
import { daysUntil } from '../../words/dates.js';
import { yuanOf } from '../../words/figures.js';
import { useWords } from '../../words/words.js';
import { Gain } from './gain.js';
import type { Portrait } from './shapes.js';

const SHOWN_MS = 60_000;

/** Name and number for a minute, and on record who looked. */
export function Identity({ portrait }: { readonly portrait: Portrait }): ReactElement {
  const words = useWords();
  const said = words.portrait;
  const call = useApi();
  const change = useChange();
  const { may } = useInside();
  const [shown, setShown] = useState<{
    readonly name: string;
    readonly phone: string | null;
  } | null>(null);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [shown]);
  const { id, age, positions, value, profit, asOf } = portrait;
  const reveal = (): void =>
    void change.run(async () =>
      setShown(await call('post', '/desk/customers/{id}/reveal', { path: { id } })),
    );
  return (
    <section className="context-who">
      <h2>
        {shown?.name ?? portrait.name}
        {may('customer.reveal') && (
          <Button
            type="text"
            size="small"
            icon={shown ? <EyeOutlined /> : <EyeInvisibleOutlined />}
            aria-label={said.reveal}
            aria-pressed={shown !== null}
            title={said.revealNote}
            onClick={() => (shown ? setShown(null) : reveal())}
          />
        )}
        <span className="meta">
          {age !== null && `${words.approvals.age(age)} · `}
          <span className="mono">{id}</span>
        </span>
      </h2>
      {shown && <p className="mono">{shown.phone ?? said.noPhone}</p>}
      <Standing portrait={portrait} />
      {positions.length > 0 && (
        <>
          <dl className="figures context-sums">
            <div>
              <dt>{said.value}</dt>
              <dd className="figure-key">{yuanOf(value)}</dd>
            </div>
            <div>
              <dt>{said.profit}</dt>
              <dd className="figure-key">
                <Gain yuan={profit} />
              </dd>
            </div>
          </dl>
          <p className="meta">{said.day(asOf)}</p>
        </>
      )}
    </section>
  );
}

/** Days before the end from which it is worth a word. */
const SOON_DAYS = 30;

function Standing({ portrait }: { readonly portrait: Portrait }): ReactElement {
  const said = useWords().portrait;
  const { withheld, contact, investorClass } = portrait;
  return (
    <p className="context-chips">
      <ClassChips portrait={portrait} />
      {withheld !== null && withheld !== 'assessment_expired' && (
        <Chip tone="stop">{said.withheld(withheld)}</Chip>
      )}
      <Chip tone={contact.doNotContact ? 'stop' : 'plain'}>
        {contact.doNotContact ? said.doNotContact : said.contactable}
      </Chip>
      <Chip>{contact.personalization ? said.personalOn : said.personalOff}</Chip>
      {investorClass !== 'ordinary' && <Chip>{said.professional}</Chip>}
    </p>
  );
}

/** 等级与有效期: how long the class still counts is said before it is too late. */
function ClassChips({
  portrait: { tolerance, expires, withheld },
}: {
  readonly portrait: Portrait;
}): ReactElement {
  const said = useWords().portrait;
  const tone = withheld === null ? 'brand' : 'stop';
  if (tolerance === null || expires === null) return <Chip tone={tone}>{said.unassessed}</Chip>;
  const left = daysUntil(expires);
  if (left === 0) {
    return (
      <Chip tone="stop">
        C{tolerance} · {said.expired(expires)}
      </Chip>
    );
  }
  return (
    <>
      <Chip tone={tone}>
        C{tolerance} · {said.expires(expires)}
      </Chip>
      {left <= SOON_DAYS && <Chip tone="wait">{said.expiresSoon(left)}</Chip>}
    </>
  );
}
