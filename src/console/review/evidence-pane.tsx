import { CloseOutlined } from '@ant-design/icons';
import { Button, Drawer, Tabs } from 'antd';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { useRoom } from '../frame/use-width.js';
import { useWords } from '../words/words.js';
import { AnswerSources } from './answer-sources.js';
import { Course } from './evidence-course.js';
import { Sources, Tools, Wordings } from './evidence-parts.js';
import { Verdicts } from './evidence-verdicts.js';
import { Proof } from './proof-part.js';
import type { Evidence, Finding } from './shapes.js';

/** Whether there is room for it beside the conversation; else it lies over it. */
export const useIsBeside = (): boolean => ['wide', 'widest'].includes(useRoom());

/** 证据: what the machine knew when it said this, and the proof that it was recorded so. */
export function EvidencePane({
  id,
  seq,
  findings,
  close,
}: {
  readonly id: string;
  readonly seq: number | null;
  readonly findings: readonly Finding[];
  readonly close: () => void;
}): ReactElement | null {
  const { review, frame } = useWords();
  const said = review.record;
  const isPhone = useRoom() === 'phone';
  if (!useIsBeside()) {
    return seq === null ? null : (
      <Drawer open size={isPhone ? '100%' : 440} title={said.evidenceOf(seq)} onClose={close}>
        <Shown id={id} seq={seq} findings={findings} />
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
          <Shown key={seq} id={id} seq={seq} findings={findings} />
        </>
      )}
    </aside>
  );
}

function Shown({
  id,
  seq,
  findings,
}: {
  readonly id: string;
  readonly seq: number;
  readonly findings: readonly Finding[];
}): ReactElement {
  const words = useWords().review;
  const call = useApi();
  const read = useRead(`evidence ${id} ${seq}`, (signal) =>
    call('get', '/review/conversations/{id}/evidence/{seq}', { path: { id, seq }, signal }),
  );
  if (read.failure && !read.value) {
    return <Failed error={read.failure} what={words.record.evidence} again={read.again} />;
  }
  if (!read.value) return <Loading rows={4} />;
  const own = findings.filter((one) => one.seq === seq);
  return <Tabbed id={id} seq={seq} evidence={read.value} findings={own} />;
}

function Tabbed({
  id,
  seq,
  evidence: { made, proof },
  findings,
}: {
  readonly id: string;
  readonly seq: number;
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
}): ReactElement {
  const words = useWords().review.evidence;
  const tab = (key: keyof typeof words.tabs, count: number | null, children: ReactElement) => ({
    key,
    label: count ? `${words.tabs[key]} ${count}` : words.tabs[key],
    children,
  });
  const verdicts = (made?.findings.length ?? 0) + findings.length;
  return (
    <Tabs
      size="small"
      className="evidence-tabs"
      items={[
        tab('course', null, <Course made={made} />),
        ...(made
          ? [
              tab('wording', made.wording.length, <Wordings made={made} />),
              tab(
                'sources',
                made.citations.length,
                <>
                  <Sources made={made} />
                  {made.turn !== null && <AnswerSources conversation={id} seq={seq} />}
                </>,
              ),
              tab('tools', made.tools.length, <Tools made={made} />),
            ]
          : []),
        tab('verdicts', verdicts, <Verdicts made={made} findings={findings} />),
        tab('proof', null, <Proof proof={proof} />),
      ]}
    />
  );
}
