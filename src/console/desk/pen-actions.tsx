import { Button, Input, Modal, Select } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import type { Change } from '../api/use-change.js';
import { useKeys } from '../frame/keys.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import { ComplaintDialog } from './complaint-dialog.js';
import type { Conversation } from './shapes.js';
import { TransferDialog } from './transfer-dialog.js';

export type Asked = 'return' | 'resolve' | 'transfer' | 'complaint';

interface Asking {
  readonly conversation: Conversation;
  readonly change: Change;
  readonly close: () => void;
  readonly done: () => void;
}

/** Handing over, handing back and ending each ask what the next one has to know. */
export const PenDialog = ({
  asked,
  ...asking
}: Asking & { readonly asked: Asked }): ReactElement => {
  if (asked === 'transfer') return <TransferDialog {...asking} />;
  if (asked === 'complaint') return <ComplaintDialog {...asking} />;
  return <LeavingDialog asked={asked} {...asking} />;
};

const OUTCOMES = ['solved', 'unsolved', 'follow_up'] as const;

function LeavingDialog({
  asked,
  conversation,
  change,
  close,
  done,
}: Asking & { readonly asked: 'return' | 'resolve' }): ReactElement {
  const words = useWords();
  const said = words.desk;
  const call = useApi();
  const [note, setNote] = useState('');
  const [outcome, setOutcome] = useState<(typeof OUTCOMES)[number]>('solved');
  const path = { id: conversation.id };
  const told = note.trim() === '' ? null : note.trim();
  const act = () =>
    asked === 'return'
      ? call('post', '/desk/conversations/{id}/return', { path, body: { agreed: told } })
      : call('post', '/desk/conversations/{id}/resolve', { path, body: { outcome, note: told } });
  const run = async (): Promise<void> => {
    if (await change.run(act)) {
      close();
      done();
    }
  };
  return (
    <Modal
      open
      title={asked === 'return' ? said.giveBack : said.end}
      okText={asked === 'return' ? said.giveBack : said.end}
      okButtonProps={{ loading: change.isBusy }}
      cancelText={words.staff.cancel}
      onOk={() => void run()}
      onCancel={close}
    >
      {asked === 'resolve' && (
        <Select
          className="outcome"
          value={outcome}
          aria-label={said.outcomeOf}
          onChange={setOutcome}
          options={OUTCOMES.map((value) => ({ value, label: said.outcomes[value] }))}
        />
      )}
      <Input
        value={note}
        autoFocus
        maxLength={500}
        placeholder={asked === 'return' ? said.agreed : said.remark}
        aria-label={asked === 'return' ? said.agreed : said.remark}
        onChange={({ target }) => setNote(target.value)}
        onPressEnter={() => void run()}
      />
    </Modal>
  );
}

/** Whose pen it is decides what may be done with it. */
export function PenButtons({
  conversation,
  isMine,
  mayClaim,
  claim,
  ask,
}: {
  readonly conversation: Conversation;
  readonly isMine: boolean;
  readonly mayClaim: boolean;
  readonly claim: () => void;
  readonly ask: (asked: Asked) => void;
}): ReactElement | null {
  const words = useWords();
  const said = words.desk;
  const { session, may } = useInside();
  const isHeld = conversation.stage === 'held';
  // A supervisor also sees to what is in somebody else's hands.
  const mayTransfer = isHeld && (isMine || session.staff.role === 'supervisor');
  const file = mayTransfer && may('case.file') && (
    <Button onClick={() => ask('complaint')}>{words.filing.act}</Button>
  );
  useKeys({ 'mod+shift+x': () => mayTransfer && ask('transfer') });
  const transfer = mayTransfer && (
    <Button onClick={() => ask('transfer')}>{words.transfer.act}</Button>
  );
  if (isMine) {
    return (
      <>
        {file}
        {transfer}
        <Button onClick={() => ask('return')}>{said.giveBack}</Button>
        <Button onClick={() => ask('resolve')}>{said.end}</Button>
      </>
    );
  }
  if (!mayClaim || conversation.stage === 'closed') {
    return (
      <>
        {file}
        {transfer}
      </>
    );
  }
  return (
    <>
      {file}
      {transfer}
      <Button type="primary" onClick={claim}>
        {said.take} <kbd>T</kbd>
      </Button>
    </>
  );
}
