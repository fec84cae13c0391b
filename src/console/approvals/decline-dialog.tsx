import { Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useWords } from '../words/words.js';
import type { Shown } from './shapes.js';

const MOST_REASON = 200;

/** 退回: with a reason that the customer reads. */
export function DeclineDialog({
  shown,
  decided,
  close,
}: {
  readonly shown: Shown;
  readonly decided: () => void;
  readonly close: () => void;
}): ReactElement {
  const words = useWords();
  const said = words.approvals;
  const call = useApi();
  const change = useChange();
  const [reason, setReason] = useState('');
  const path = { id: shown.id };
  const body = { do: 'decline' as const, reason };
  const decline = () =>
    shown.todo === 'countersign'
      ? call('post', '/desk/proposals/{id}/second', { path, body })
      : call('post', '/desk/proposals/{id}/decision', { path, body });
  const run = async (): Promise<void> => {
    if (await change.run(decline, said.doneDeclined)) {
      close();
      decided();
    }
  };
  return (
    <Modal
      open
      title={said.declineTitle}
      okText={said.declineShort}
      okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: change.isBusy }}
      cancelText={words.staff.cancel}
      onOk={() => void run()}
      onCancel={close}
    >
      <label className="sign-reason">
        {said.declineReason}
        <Input.TextArea
          value={reason}
          autoFocus
          maxLength={MOST_REASON}
          rows={3}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
    </Modal>
  );
}
