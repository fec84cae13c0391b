import { Modal } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { yuanOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import { ApproveReason } from './approve-reason.js';
import type { Shown } from './shapes.js';
import type { Adjusting } from './use-adjusting.js';

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
  const [written, setReason] = useState('');
  const reason = written.trim();
  // A reason of a change is given before; a second person agrees to the first one's.
  const asksReason = shown.todo === 'sign' && !adjusting.isChanged;
  const lacksReason = asksReason && reason === '';
  const isFirst = shown.todo === 'sign' && shown.fourEyes.length > 0;
  const path = { id: shown.id };
  const sign = () =>
    shown.todo === 'countersign'
      ? call('post', '/desk/proposals/{id}/second', { path, body: { do: 'countersign' } })
      : call('post', '/desk/proposals/{id}/decision', { path, body: bodyOf(adjusting, reason) });
  const run = async (): Promise<void> => {
    if (lacksReason || change.isBusy) return;
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
      okButtonProps={{ loading: change.isBusy, disabled: lacksReason, autoFocus: !asksReason }}
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
      {asksReason && (
        <ApproveReason reason={written} setReason={setReason} goOn={() => void run()} />
      )}
      <p className="meta">{isFirst ? said.confirmSecond : said.confirmSends}</p>
    </Modal>
  );
}

const bodyOf = ({ isChanged, amounts, reason: ofChange }: Adjusting, reason: string) =>
  isChanged
    ? {
        do: 'adjust' as const,
        products: [...amounts]
          .filter(([, amount]) => amount > 0)
          .map(([code, amount]) => ({ code, amount })),
        reason: ofChange,
      }
    : { do: 'approve' as const, reason };
