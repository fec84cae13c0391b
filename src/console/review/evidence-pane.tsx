import { CloseOutlined } from '@ant-design/icons';
import { Button, Drawer, Tabs } from 'antd';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { PlaceLink } from '../frame/place-link.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { useRoom } from '../frame/use-width.js';
import { useWords } from '../words/words.js';
import { AnswerSources } from './answer-sources.js';
import { Course } from './evidence-course.js';
import { Sources, Wordings } from './evidence-parts.js';
import { Tools } from './evidence-tools.js';
import { Verdicts } from './evidence-verdicts.js';
import { VersionsThen } from './evidence-versions.js';
import { Proof } from './proof-part.js';
import type { Evidence, Finding } from './shapes.js';
import '../styles/evidence.css';

/** Whether there is room for it beside the conversation; else it lies over it. */
export const useIsBeside = (): boolean => ['wide', 'widest'].includes(useRoom());

/** On a tablet and a phone it takes the whole width: tables and long results need it. */
const NARROW: ReadonlySet<string> = new Set(['phone', 'tablet']);

export type EvidenceTab = keyof ReturnType<typeof useWords>['review']['evidence']['tabs'];

interface Asked {
  readonly id: string;
  readonly findings: readonly Finding[];
  /** It can be made again, and somebody approved what it is made of. */
  readonly isAnswer: boolean;
  /** It does not agree with the ledger. */
  readonly isShut: boolean;
  readonly tab: EvidenceTab;
  readonly choose: (tab: EvidenceTab) => void;
}

/** 证据: what the machine knew when it said this, and the proof that it was recorded so. */
export function EvidencePane({
  seq,
  close,
  ...asked
}: Asked & {
  readonly seq: number | null;
  readonly close: () => void;
}): ReactElement | null {
  const { review, frame } = useWords();
  const said = review.record;
  const isNarrow = NARROW.has(useRoom());
  if (!useIsBeside()) {
    return seq === null ? null : (
      <Drawer open size={isNarrow ? '100%' : 440} title={said.evidenceOf(seq)} onClose={close}>
        <Shown {...asked} seq={seq} />
      </Drawer>
    );
  }
  return (
    <aside className="review-pane evidence-pane" aria-label={said.evidence}>
      {seq === null ? (
        <Empty title={said.noSelection} line={said.pick} />
      ) : (
        <>
          <header className="pane-head">
            <h2>{said.evidenceOf(seq)}</h2>
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined />}
              aria-label={frame.close}
              onClick={close}
            />
          </header>
          <Shown key={seq} {...asked} seq={seq} />
        </>
      )}
    </aside>
  );
}

function Shown({ seq, ...asked }: Asked & { readonly seq: number }): ReactElement {
  const words = useWords().review;
  const call = useApi();
  const { id } = asked;
  const read = useRead(`evidence ${id} ${seq}`, (signal) =>
    call('get', '/review/conversations/{id}/evidence/{seq}', { path: { id, seq }, signal }),
  );
  if (read.failure && !read.value) {
    return <Failed error={read.failure} what={words.record.evidence} again={read.again} />;
  }
  if (!read.value) return <Loading rows={4} />;
  const findings = asked.findings.filter((one) => one.seq === seq);
  return <Tabbed {...asked} seq={seq} evidence={read.value} findings={findings} />;
}

function Tabbed({
  id,
  seq,
  evidence: { made, proof },
  findings,
  isAnswer,
  isShut,
  tab: asked,
  choose,
}: Asked & { readonly seq: number; readonly evidence: Evidence }): ReactElement {
  const { review, replay } = useWords();
  const words = review.evidence;
  const tab = (key: EvidenceTab, count: number | null, children: ReactElement) => ({
    key,
    label: count ? `${words.tabs[key]} ${count}` : words.tabs[key],
    children,
  });
  const verdicts = (made?.findings.length ?? 0) + findings.length;
  const items = [
    tab(
      'course',
      null,
      isShut ? <p className="pane-part">{words.shut}</p> : <Course made={made} />,
    ),
    ...(isAnswer ? [tab('approved', null, <AnswerSources conversation={id} seq={seq} />)] : []),
    ...(made
      ? [
          tab('wording', made.wording.length, <Wordings made={made} />),
          tab('sources', made.citations.length, <Sources made={made} />),
          tab('tools', made.tools.length, <Tools made={made} />),
        ]
      : []),
    tab('verdicts', verdicts, <Verdicts made={made} findings={findings} />),
    ...(made ? [tab('versions', null, <VersionsThen made={made} />)] : []),
    tab('proof', null, <Proof seq={seq} proof={proof} />),
  ];
  return (
    <>
      {isAnswer && (
        <p className="evidence-replay">
          <PlaceLink to={['records', id, String(seq), 'replay']}>{replay.act}</PlaceLink>
        </p>
      )}
      <Tabs
        size="small"
        className="evidence-tabs"
        tabBarGutter={12}
        activeKey={items.find(({ key }) => key === asked)?.key ?? 'course'}
        onChange={(key) => choose(key as EvidenceTab)}
        items={items}
      />
    </>
  );
}
