import { Tabs } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { useApi } from '../../api/api-context.js';
import { useRead } from '../../api/use-read.js';
import { Boundary } from '../../frame/boundary.js';
import { useKeys } from '../../frame/keys.js';
import { Failed, Loading } from '../../frame/states.js';
import { useWords } from '../../words/words.js';
import type { Conversation } from '../shapes.js';
import { Complaints } from './complaints.js';
import { Consent } from './consent.js';
import { Conversations } from './conversations.js';
import { Holdings } from './holdings.js';
import { Household } from './household.js';
import { Identity } from './identity.js';
import { Moments } from './moments.js';
import { Needs } from './needs.js';
import { Proposals } from './proposals.js';
import { RiskBearing } from './risk-bearing.js';
import type { Portrait } from './shapes.js';
import { StageAndTags } from './stage-and-tags.js';
import '../../styles/context.css';

/** 客户 360: what is known of the customer, beside the conversation; a pane of its own that may fail alone. */
export function ContextPane({
  customer,
  next,
}: {
  readonly customer: Pick<NonNullable<Conversation['customer']>, 'id'> | null;
  /** 下一步建议, above all else. */
  readonly next?: ReactNode;
}): ReactElement {
  const said = useWords().portrait;
  return (
    <aside className="context" aria-label={said.pane} tabIndex={-1}>
      {customer === null ? (
        <p className="meta context-none">{said.visitor}</p>
      ) : (
        <Boundary key={customer.id} what={said.pane}>
          <Known id={customer.id} next={next} />
        </Boundary>
      )}
    </aside>
  );
}

const TABS = ['overview', 'holdings', 'needs', 'dealings', 'complaints'] as const;
type Tab = (typeof TABS)[number];

function Known({ id, next }: { readonly id: string; readonly next: ReactNode }): ReactElement {
  const said = useWords().portrait;
  const call = useApi();
  const [tab, setTab] = useState<Tab>('overview');
  const path = { id };
  const read = useRead(id, (signal) => call('get', '/desk/customers/{id}', { path, signal }));
  useKeys(Object.fromEntries(TABS.map((one, at) => [String(at + 1), () => setTab(one)])));
  if (read.failure) return <Failed error={read.failure} what={said.pane} again={read.again} />;
  if (!read.value) return <Loading rows={3} />;
  const portrait = read.value;
  const panes: Readonly<Record<Tab, ReactNode>> = {
    overview: <Overview portrait={portrait} next={next} />,
    holdings: <Holdings portrait={portrait} />,
    needs: <Dealt id={id} of="needs" />,
    dealings: <Dealt id={id} of="dealings" />,
    complaints: <Dealt id={id} of="complaints" />,
  };
  return (
    <>
      <Identity portrait={portrait} />
      <Tabs
        className="context-tabs"
        size="small"
        activeKey={tab}
        onChange={(key) => setTab(TABS.find((one) => one === key) ?? 'overview')}
        destroyOnHidden
        items={TABS.map((key) => ({
          key,
          label: labelOf(said.tabs[key], key, portrait),
          children: panes[key],
        }))}
      />
    </>
  );
}

const labelOf = (name: string, tab: Tab, { positions }: Portrait): string =>
  tab === 'holdings' && positions.length > 0 ? `${name} ${positions.length}` : name;

const Overview = ({
  portrait,
  next,
}: {
  readonly portrait: Portrait;
  readonly next: ReactNode;
}): ReactElement => (
  <>
    {next}
    <RiskBearing portrait={portrait} />
    <StageAndTags portrait={portrait} />
    <Proposals portrait={portrait} />
    <Household portrait={portrait} />
    <Consent portrait={portrait} />
  </>
);

/** What has to be gathered from the record is read when somebody wants to see it. */
function Dealt({
  id,
  of,
}: {
  readonly id: string;
  readonly of: 'needs' | 'dealings' | 'complaints';
}): ReactElement {
  const said = useWords().portrait;
  const call = useApi();
  const read = useRead(id, (signal) =>
    call('get', '/desk/customers/{id}/dealings', { path: { id }, signal }),
  );
  if (read.failure) {
    return <Failed error={read.failure} what={said.tabs[of]} again={read.again} />;
  }
  if (!read.value) return <Loading rows={2} />;
  if (of === 'needs') return <Needs needs={read.value.needs} />;
  if (of === 'complaints') return <Complaints complaints={read.value.complaints} />;
  return (
    <>
      <Conversations conversations={read.value.conversations} />
      <Moments moments={read.value.moments} />
    </>
  );
}
