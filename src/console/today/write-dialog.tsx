import { StopOutlined, WarningFilled } from '@ant-design/icons';
import { Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useCheck } from '../desk/use-check.js';
import { go } from '../frame/route.js';
import { useWords } from '../words/words.js';
import type { DialogProps } from './act-dialogs.js';

const LONGEST = 2_000;

/** 主动联系: words to the customer, held to the digital employee's rules before they leave. */
export function WriteDialog({ moment, close, done }: DialogProps): ReactElement {
  const words = useWords();
  const said = words.today;
  const call = useApi();
  const change = useChange();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const { conversation, held } = moment;
  const { checked, isChecking } = useCheck(conversation, text, reason);
  const findings = checked?.findings ?? [];
  const isHard = findings.some(({ severity }) => severity === 'hard');
  const needsReason = findings.length > 0 && !isHard && reason.trim() === '';
  const isReady =
    conversation !== null && text.trim() !== '' && !isChecking && !isHard && !needsReason;
  const run = async (): Promise<void> => {
    if (!isReady || change.isBusy) return;
    const why = reason.trim();
    const body = { text, reason: why === '' ? null : why };
    const path = { id: moment.id };
    const act = () => call('post', '/desk/moments/{id}/message', { path, body });
    if (!(await change.run(act, said.sent))) return;
    done();
    go('conversations', conversation);
  };
  return (
    <Modal
      open
      title={`${said.write} · ${moment.masked}`}
      okText={said.send}
      okButtonProps={{ disabled: !isReady, loading: change.isBusy }}
      cancelText={said.cancel}
      onOk={() => void run()}
      onCancel={close}
    >
      <div className="act-dialog">
        <p className="meta">{moment.why}</p>
        {conversation === null && <p className="today-held">{said.noTalk}</p>}
        {held && <p className="today-held">{said.barrier(held.by)}</p>}
        <Input.TextArea
          value={text}
          rows={4}
          autoFocus
          maxLength={LONGEST}
          placeholder={moment.action}
          aria-label={said.message}
          aria-describedby="write-findings"
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run();
          }}
        />
        <ul id="write-findings" className="findings">
          {findings.map(({ rule, severity, text: hit, start, basis }) => (
            <li key={`${rule} ${start}`} className={`finding finding-${severity}`}>
              {severity === 'hard' ? <StopOutlined aria-hidden /> : <WarningFilled aria-hidden />}
              <strong>{severity === 'hard' ? words.desk.cannot : words.desk.wants}</strong>
              <span>
                「{hit}」 <span className="meta">{`${basis.instrument} ${basis.article}`}</span>
              </span>
            </li>
          ))}
        </ul>
        {findings.length > 0 && !isHard && (
          <Input
            value={reason}
            maxLength={500}
            placeholder={said.reason}
            aria-label={said.reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
        <p className="meta">{said.messageHint}</p>
      </div>
    </Modal>
  );
}
