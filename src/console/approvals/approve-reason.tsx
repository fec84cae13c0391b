import { Button, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import type { KeyboardEvent, ReactElement } from 'react';
import { useRef } from 'react';
import { useWords } from '../words/words.js';

const MOST_REASON = 200;

/** 批准理由: one press takes a ready one into the field, where it can be edited; Enter there goes on. */
export function ApproveReason({
  reason,
  setReason,
  goOn,
}: {
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly goOn: () => void;
}): ReactElement {
  const said = useWords().approvals;
  const field = useRef<TextAreaRef>(null);
  const take = (ready: string): void => {
    setReason(ready);
    field.current?.focus({ cursor: 'end' });
  };
  const entered = (event: KeyboardEvent): void => {
    // A key held down, or one that ends a word in pinyin, signs nothing.
    if (event.shiftKey || event.repeat || event.nativeEvent.isComposing) return;
    event.preventDefault();
    goOn();
  };
  return (
    <>
      <div className="ready-reasons" role="group" aria-label={said.readyReasons}>
        {said.approveReasons.map((ready, at) => (
          <Button
            key={ready}
            size="small"
            shape="round"
            autoFocus={at === 0}
            aria-pressed={reason === ready}
            onClick={() => take(ready)}
          >
            {ready}
          </Button>
        ))}
      </div>
      <label className="sign-reason">
        {said.approveReason}
        <Input.TextArea
          ref={field}
          value={reason}
          maxLength={MOST_REASON}
          rows={2}
          onChange={({ target }) => setReason(target.value)}
          onPressEnter={entered}
        />
      </label>
    </>
  );
}
