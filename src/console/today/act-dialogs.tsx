import { Input, Modal, Radio } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useWords } from '../words/words.js';
import type { Moment } from './shapes.js';
import { WriteDialog } from './write-dialog.js';

export type Doing = 'write' | 'outcome' | 'postpone' | 'skip';

export interface DialogProps {
  readonly moment: Moment;
  readonly close: () => void;
  readonly done: () => void;
}

/** What is done about a moment, each with what has to be known of it. */
export function ActDialog({
  doing,
  ...props
}: DialogProps & { readonly doing: Doing }): ReactElement {
  switch (doing) {
    case 'write':
      return <WriteDialog {...props} />;
    case 'outcome':
      return <OutcomeDialog {...props} />;
    case 'postpone':
      return <PostponeDialog {...props} />;
    case 'skip':
      return <SkipDialog {...props} />;
  }
}

function Asking({
  title,
  ok,
  isReady,
  isBusy,
  run,
  close,
  children,
}: {
  readonly title: string;
  readonly ok: string;
  readonly isReady: boolean;
  readonly isBusy: boolean;
  readonly run: () => void;
  readonly close: () => void;
  readonly children: ReactNode;
}): ReactElement {
  const said = useWords().today;
  return (
    <Modal
      open
      title={title}
      okText={ok}
      okButtonProps={{ disabled: !isReady, loading: isBusy }}
      cancelText={said.cancel}
      onOk={run}
      onCancel={close}
    >
      <div className="act-dialog">{children}</div>
    </Modal>
  );
}

const OUTCOMES = ['acted', 'reached', 'not_reached', 'not_interested', 'complained'] as const;

function OutcomeDialog({ moment, close, done }: DialogProps): ReactElement {
  const said = useWords().today;
  const call = useApi();
  const change = useChange();
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('reached');
  const [note, setNote] = useState('');
  const run = async (): Promise<void> => {
    const body = { outcome, note: note.trim() === '' ? null : note.trim() };
    const path = { id: moment.id };
    const act = () => call('post', '/desk/moments/{id}/outcome', { path, body });
    if (await change.run(act, said.saved)) done();
  };
  return (
    <Asking
      title={said.outcomeTitle}
      ok={said.save}
      isReady
      isBusy={change.isBusy}
      run={() => void run()}
      close={close}
    >
      <Radio.Group
        value={outcome}
        aria-label={said.outcome}
        onChange={({ target }) => setOutcome(target.value as typeof outcome)}
        options={OUTCOMES.map((value) => ({ value, label: said.outcomes[value] }))}
      />
      <Words label={said.remark} value={note} set={setNote} />
    </Asking>
  );
}

/** Days one may put it off by, and no further than its last. */
const LATER = [1, 3, 7] as const;

const dayAfter = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(
    Date.now() + days * 86_400_000,
  );

function PostponeDialog({ moment, close, done }: DialogProps): ReactElement {
  const said = useWords().today;
  const call = useApi();
  const change = useChange();
  const days = LATER.map(dayAfter).filter((day) => day <= moment.until);
  const last = moment.until > dayAfter(0) && !days.includes(moment.until) ? [moment.until] : [];
  const choices = [...days, ...last];
  const [until, setUntil] = useState(choices[0] ?? '');
  const run = async (): Promise<void> => {
    const body = { until, reason: null };
    const path = { id: moment.id };
    const act = () => call('post', '/desk/moments/{id}/postponement', { path, body });
    if (await change.run(act, said.postponed)) done();
  };
  return (
    <Asking
      title={said.postponeTitle}
      ok={said.postpone}
      isReady={choices.length > 0}
      isBusy={change.isBusy}
      run={() => void run()}
      close={close}
    >
      {choices.length === 0 ? (
        <p>{said.tooLate}</p>
      ) : (
        <Radio.Group
          value={until}
          aria-label={said.postponeDay}
          onChange={({ target }) => setUntil(String(target.value))}
          options={choices.map((value) => ({ value, label: value }))}
        />
      )}
    </Asking>
  );
}

function SkipDialog({ moment, close, done }: DialogProps): ReactElement {
  const said = useWords().today;
  const call = useApi();
  const change = useChange();
  const [reason, setReason] = useState(said.skipReasons[0] ?? '');
  const [words, setWords] = useState('');
  const run = async (): Promise<void> => {
    const body = { reason: [reason, words.trim()].filter((one) => one !== '').join('：') };
    const path = { id: moment.id };
    const act = () => call('post', '/desk/moments/{id}/dismissal', { path, body });
    if (await change.run(act, said.skipped)) done();
  };
  return (
    <Asking
      title={said.skipTitle}
      ok={said.save}
      isReady
      isBusy={change.isBusy}
      run={() => void run()}
      close={close}
    >
      <Radio.Group
        className="stacked"
        value={reason}
        aria-label={said.skipTitle}
        onChange={({ target }) => setReason(String(target.value))}
        options={said.skipReasons.map((value) => ({ value, label: value }))}
      />
      <Words label={said.skipWords} value={words} set={setWords} />
      <p className="meta">{said.skipLine}</p>
    </Asking>
  );
}

const Words = ({
  label,
  value,
  set,
}: {
  readonly label: string;
  readonly value: string;
  readonly set: (words: string) => void;
}): ReactElement => (
  <Input
    value={value}
    maxLength={400}
    placeholder={label}
    aria-label={label}
    onChange={({ target }) => set(target.value)}
  />
);
