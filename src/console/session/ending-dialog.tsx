import { Button, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.js';
import type { Ending } from './use-presence.js';

export function EndingDialog({
  ending,
  stay,
  leave,
}: {
  readonly ending: Ending;
  readonly stay: () => void;
  readonly leave: () => void;
}): ReactElement {
  const words = useWords().ending;
  const minutes = Math.floor(ending.seconds / 60);
  const rest = String(ending.seconds % 60).padStart(2, '0');
  return (
    <Modal
      open
      title={words.title}
      closable={false}
      keyboard={false}
      footer={[
        <Button key="leave" onClick={leave}>
          {words.leave}
        </Button>,
        ...(ending.isFinal
          ? []
          : [
              <Button key="stay" type="primary" autoFocus onClick={stay}>
                {words.stay}
              </Button>,
            ]),
      ]}
    >
      <p>{ending.isFinal ? words.final(`${minutes}:${rest}`) : words.idle(`${minutes}:${rest}`)}</p>
    </Modal>
  );
}
