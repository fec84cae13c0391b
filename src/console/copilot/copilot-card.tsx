import '../styles/copilot.css';
import { StopOutlined, WarningFilled } from '@ant-design/icons';
import { Segmented } from 'antd';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import type { Conversation } from '../desk/shapes.js';
import { Chip } from '../frame/chip.js';
import { useKeys } from '../frame/keys.js';
import { useWords } from '../words/words.js';
import { DraftWords } from './draft-words.js';
import { NextSteps } from './next-steps.js';
import type { Copilot, ToneName } from './shapes.js';
import { tonesOf } from './shapes.js';
import { Shortlist } from './shortlist.js';

type Tab = 'draft' | 'steps' | 'products';

interface CardProps {
  readonly conversation: Conversation;
  readonly tone: ToneName;
  readonly choose: (tone: ToneName) => void;
  readonly accept: (text: string) => void;
  readonly insert: (words: string) => void;
  readonly changed: () => void;
}

/** What the machine would say, would do next and would bring up; dashed: nobody has said it. */
export function CopilotCard({
  conversation,
  tone,
  choose,
  accept,
  insert,
  changed,
}: CardProps): ReactElement {
  const words = useWords();
  const said = words.copilot;
  const call = useApi();
  const [tab, setTab] = useState<Tab>('draft');
  const { id, seq, draft } = conversation;
  const read = useRead(`copilot ${id}`, (signal) =>
    call('get', '/desk/conversations/{id}/copilot', { path: { id }, signal }),
  );
  const { again, value: seen } = read;
  useEffect(again, [again, seq]);
  const other = (by: number): void => {
    const all = draft ? tonesOf(draft).map(([name]) => name) : [];
    const at = all.indexOf(tone);
    const next = all[(Math.max(0, at) + by + all.length) % Math.max(1, all.length)];
    if (next) choose(next);
  };
  useKeys({ '[': () => other(-1), ']': () => other(1) });
  return (
    <section className="draft" aria-label={words.desk.draft}>
      <p className="draft-head">
        <Chip tone="ai">{words.desk.draft}</Chip>
        <SeenLine draft={draft} seen={seen} />
        <Segmented<Tab>
          size="small"
          className="draft-tabs"
          value={tab}
          onChange={setTab}
          options={[
            { value: 'draft', label: said.tabs.draft },
            { value: 'steps', label: said.tabs.steps(seen?.steps.length ?? 0) },
            { value: 'products', label: said.tabs.products(seen?.shortlist?.listed.length ?? 0) },
          ]}
        />
      </p>
      {seen && <Warnings warnings={seen.warnings} />}
      {tab === 'draft' && (
        <DraftTab
          conversation={conversation}
          tone={tone}
          choose={choose}
          accept={accept}
          insert={insert}
          changed={changed}
        />
      )}
      {tab === 'steps' && seen && (
        <NextSteps conversation={id} steps={seen.steps} write={insert} changed={changed} />
      )}
      {tab === 'products' && seen && (
        <Shortlist conversation={id} shortlist={seen.shortlist} sent={changed} />
      )}
    </section>
  );
}

/** What to have in mind before answering; the gravest first. */
function Warnings({ warnings }: { readonly warnings: Copilot['warnings'] }): ReactElement | null {
  const { copilot: said, house } = useWords();
  if (warnings.length === 0) return null;
  return (
    <ul className="warnings" aria-label={said.warnings}>
      {warnings.map(({ kind, severity, words }) => (
        <li key={`${kind} ${words}`} className={`warning-${severity}`}>
          {severity === 'stop' ? <StopOutlined aria-hidden /> : <WarningFilled aria-hidden />}{' '}
          {house(words)}
        </li>
      ))}
    </ul>
  );
}

/** What the draft is, how long it took, and what the machine sees in the message. */
function SeenLine({
  draft,
  seen,
}: {
  readonly draft: Conversation['draft'];
  readonly seen: Copilot | null;
}): ReactElement {
  const { desk, copilot, joins, house } = useWords();
  const ms = draft?.ms ?? null;
  const intents = seen?.intents ?? [];
  const need = seen?.need ?? null;
  const parts = [
    draft && desk.outcome(draft.outcome),
    ms !== null && copilot.took((ms / 1_000).toFixed(1)),
    intents.length > 0 && copilot.sees(joins.list(intents.map(house))),
    need !== null && copilot.need(need),
  ];
  return <span className="meta">{parts.filter(Boolean).join(' · ')}</span>;
}

function DraftTab({
  conversation: { id, draft },
  tone,
  choose,
  accept,
  insert,
  changed,
}: CardProps): ReactElement {
  const said = useWords().copilot;
  if (!draft) return <p className="meta">{said.noDraftNow}</p>;
  return (
    <DraftWords
      conversation={id}
      draft={draft}
      tone={tone}
      choose={choose}
      accept={accept}
      insert={insert}
      discarded={changed}
    />
  );
}
