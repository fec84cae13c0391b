import { Button, Checkbox, Segmented } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { useKeys } from '../frame/keys.js';
import { ListEnd } from '../frame/list-end.js';
import { goBack } from '../frame/route.js';
import { Failed, FailedLine, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useInside } from '../session/session.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { lineId, usePointed } from '../frame/pointed.js';
import type { EvidenceTab } from './evidence-pane.js';
import { EvidencePane, useIsBeside } from './evidence-pane.js';
import { ExportDialog } from './export-dialog.js';
import { RecordLines } from './record-lines.js';
import type { Finding, Line, Opened } from './shapes.js';
import { isAnswer } from './shapes.js';
import { useRecord } from './use-record.js';

/** The service gives no more at once; one conversation never has as many. */
const MOST_FINDINGS = 1_000;

const VIEWS = ['customer', 'staff', 'all'] as const;
type View = (typeof VIEWS)[number];

/** A conversation exactly as it was, with what nobody saw; there is nothing here to write with. */
export function RecordView({
  id,
  at,
}: {
  readonly id: string;
  /** The entry it was opened for; null: none. */
  readonly at: number | null;
}): ReactElement {
  const words = useWords().review;
  const call = useApi();
  const [through, setThrough] = useState(at ?? 0);
  const record = useRecord(id, through);
  const found = useRead(`found ${id}`, (signal) =>
    call('get', '/review/findings', { query: { conversation: id, limit: MOST_FINDINGS }, signal }),
  );
  if (record.failure && !record.value) {
    return (
      <>
        <TopBar title={words.records.title} />
        <Failed error={record.failure} what={words.record.transcript} again={record.again} />
      </>
    );
  }
  if (!record.value) return <Loading rows={8} />;
  const { next } = record.value;
  return (
    <Read
      record={record.value}
      at={at}
      findings={found.value?.findings ?? []}
      isLost={found.failure !== null && !found.value}
      again={found.again}
    >
      {record.failure && <FailedLine what={words.record.transcript} again={record.again} />}
      {next !== null && (
        <ListEnd shown={next} grow={() => setThrough(next + 1)} isBusy={record.isLoading} />
      )}
    </Read>
  );
}

function Read({
  record,
  at,
  findings,
  isLost,
  again,
  children,
}: {
  readonly record: Opened;
  /** Where it stops before its end. */
  readonly children: ReactNode;
  readonly at: number | null;
  readonly findings: readonly Finding[];
  /** The findings could not be read: none is not what it says. */
  readonly isLost: boolean;
  readonly again: () => void;
}): ReactElement {
  const { review: words, channel } = useWords();
  const said = words.record;
  const { may } = useInside();
  const [view, setView] = useState<View>('all');
  const [withDrafts, setWithDrafts] = useState(true);
  // A drawer would lie over the very words that were asked for.
  const [picked, setPicked] = useState(useIsBeside() ? at : null);
  const [tab, setTab] = useState<EvidenceTab>('course');
  const pick = (seq: number, of?: EvidenceTab): void => {
    setPicked(seq);
    if (of) setTab(of);
  };
  usePointed(at);
  const [isExporting, setExporting] = useState(false);
  const lines = record.lines.filter((line) => isShown(line, view, withDrafts));
  const step = (by: number): void => {
    const at = lines.findIndex(({ seq }) => seq === picked);
    const next = lines[Math.min(lines.length - 1, Math.max(0, at + by))];
    if (next) setPicked(next.seq);
  };
  useFocusBack(picked);
  const close = (): void => setPicked(null);
  useKeys({ j: () => step(1), k: () => step(-1), escape: close });
  const who = record.customer?.name ?? words.visitor;
  const line = [
    momentOf(record.openedAt),
    channel(record.channel),
    said.entries(record.entries),
    said.readOnly,
  ].join(' · ');
  return (
    <>
      <TopBar title={`${words.records.title} ${who}`} line={line}>
        <Button onClick={() => goBack('records')}>{said.back}</Button>
        {may('review.export') && (
          <Button type="primary" onClick={() => setExporting(true)}>
            {said.export}
          </Button>
        )}
      </TopBar>
      <div className="review-split record-split">
        <main className="record-main" tabIndex={-1}>
          <div className="record-bar">
            <Segmented<View>
              aria-label={said.view}
              value={view}
              onChange={setView}
              options={VIEWS.map((value) => ({ value, label: said.views[value] }))}
            />
            {view === 'all' && (
              <Checkbox
                checked={withDrafts}
                onChange={({ target }) => setWithDrafts(target.checked)}
              >
                {said.drafts}
              </Checkbox>
            )}
          </div>
          {isLost && <FailedLine what={words.records.found} again={again} />}
          <RecordLines
            conversation={record.id}
            lines={lines}
            findings={findings}
            picked={picked}
            pick={pick}
          />
          {children}
          <p className="meta record-opened">{said.opened}</p>
        </main>
        <EvidencePane
          id={record.id}
          seq={picked}
          isAnswer={lines.some((line) => line.seq === picked && isAnswer(line))}
          isShut={lines.some((line) => line.seq === picked && line.isShut)}
          tab={tab}
          choose={setTab}
          findings={findings}
          close={close}
        />
      </div>
      {isExporting && <ExportDialog conversation={record.id} close={() => setExporting(false)} />}
    </>
  );
}

/** Once the evidence is closed the keyboard is where it was opened: only then is a drawer gone that held it. */
function useFocusBack(picked: number | null): void {
  const last = useRef(picked);
  useEffect(() => {
    if (picked === null && last.current !== null) {
      document.getElementById(lineId(last.current))?.focus();
    }
    last.current = picked;
  }, [picked]);
}

const UNSEEN: ReadonlySet<Line['fate']> = new Set(['draft', 'blocked', 'dropped']);

const isShown = ({ seen, fate }: Line, view: View, withDrafts: boolean): boolean =>
  view === 'all' ? withDrafts || !UNSEEN.has(fate) : seen[view];
