import { Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { yuanOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import type { Shown } from './shapes.js';
import type { Adjusting } from './use-adjusting.js';

const MOST_REASON = 200;

/** The last look before a signature; nothing is signed by one key. */
export function ConfirmDialog({
  shown,
  adjusting,
  decided,
  close,
}: {
  readonly shown: Shown;
  readonly adjusting: Adjusting;
  readonly decided: () => void;
  readonly close: () => void;
}): ReactElement {
  const words = useWords();
  const said = words.approvals;
  const call = useApi();
  const change = useChange();
  const [note, setNote] = useState('');
  // A reason of a change is given before: what is passed as it stands needs none.
  const mayNote = shown.todo === 'sign' && !adjusting.isChanged;
  const isFirst = shown.todo === 'sign' && shown.fourEyes.length > 0;
  const path = { id: shown.id };
  const sign = () =>
    shown.todo === 'countersign'
      ? call('post', '/desk/proposals/{id}/second', { path, body: { do: 'countersign' } })
      : call('post', '/desk/proposals/{id}/decision', { path, body: bodyOf(adjusting, note) });
  const run = async (): Promise<void> => {
    if (await change.run(sign, isFirst ? said.doneFirst : said.done)) {
      close();
      decided();
    }
  };
  return (
    <Modal
      open
      title={said.confirmTitle}
      okText={isFirst ? said.confirmFirst : said.confirm}
      okButtonProps={{ loading: change.isBusy, autoFocus: true }}
      cancelText={words.staff.cancel}
      onOk={() => void run()}
      onCancel={close}
    >
      <p>
        {said.confirmLine(
          shown.customer?.name ?? said.gone,
          said.goal(shown.goal),
          yuanOf(shown.amount),
        )}
      </p>
      {adjusting.isChanged && <blockquote className="reason">{adjusting.reason}</blockquote>}
      {mayNote && (
        <label className="sign-reason">
          {said.approveReason}
          <Input.TextArea
            value={note}
            maxLength={MOST_REASON}
            rows={2}
            onChange={({ target }) => setNote(target.value)}
          />
        </label>
      )}
      <p className="meta">{isFirst ? said.confirmSecond : said.confirmSends}</p>
    </Modal>
  );
}

const bodyOf = ({ isChanged, amounts, reason }: Adjusting, note: string) =>
  isChanged
    ? {
        do: 'adjust' as const,
        products: [...amounts]
          .filter(([, amount]) => amount > 0)
          .map(([code, amount]) => ({ code, amount })),
        reason,
      }
    : { do: 'approve' as const, ...(note.trim() !== '' && { reason: note.trim() }) };
