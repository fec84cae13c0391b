import { Modal, Typography } from 'antd';
import type { ReactElement } from 'react';
import type { Answer } from '../api/client.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';

export type Code = Answer<'post', '/staff/{id}/reset'>;

/** A one-time code is shown this once; nobody closes it by a slip. */
export function CodeDialog({
  code,
  close,
}: {
  readonly code: Code;
  readonly close: () => void;
}): ReactElement {
  const said = useWords().staff;
  return (
    <Modal
      open
      title={said.codeTitle}
      okText={said.done}
      onOk={close}
      cancelButtonProps={{ hidden: true }}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <Typography.Text className="one-time-code" copyable={{ text: code.code }}>
        {code.code}
      </Typography.Text>
      <p className="meta">{said.codeLine(momentOf(code.expires))}</p>
    </Modal>
  );
}
