import { StopOutlined, WarningFilled } from '@ant-design/icons';
import { Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import type { Checked } from '../desk/shapes.js';
import { useCheck } from '../desk/use-check.js';
import { go } from '../frame/route.js';
import { useWords } from '../words/words.js';
import { Chip } from '../frame/chip.js';
import type { DialogProps } from './act-dialogs.js';
import { useLetter } from './use-letter.js';

const LONGEST = 2_000;

/** 主动联系: words to the customer, held to the digital employee's rules before they leave. */
export function WriteDialog({ moment, close, done }: DialogProps): ReactElement {
  const words = useWords();
  const said = words.today;
  const call = useApi();
  const change = useChange();
  const letter = useLetter(moment);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? letter.text ?? '';
  const sources = [...letter.sources];
  const [reason, setReason] = useState('');
  const { conversation, held } = moment;
  const { checked, isChecking } = useCheck(conversation, text, reason, sources);
  const findings = checked?.findings ?? [];
  const isHard = findings.some(({ severity }) => severity === 'hard');
  const isSoft = findings.length > 0 && !isHard;
  const needsReason = isSoft && reason.trim() === '';
  const isReady =
    conversation !== null && text.trim() !== '' && !isChecking && !isHard && !needsReason;
  const run = async (): Promise<void> => {
    if (!isReady || change.isBusy) return;
    const why = reason.trim();
    const body = { text, sources, reason: why === '' ? null : why };
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
        <p className="meta">{words.house(moment.why)}</p>
        {conversation === null && <p className="today-held">{said.noTalk}</p>}
        {held && <p className="today-held">{said.barrier(held.by)}</p>}
        {typed === null && <Drafted is={letter.text !== null} />}
        <Input.TextArea
          value={text}
          rows={4}
          autoFocus
          maxLength={LONGEST}
          placeholder={moment.action}
          aria-label={said.message}
          aria-describedby="write-findings"
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run();
          }}
        />
        <Findings findings={findings} />
        {isSoft && (
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

/** Whose words stand there, until a person has touched them. */
function Drafted({ is }: { readonly is: boolean }): ReactElement | null {
  const words = useWords();
  if (!is) return null;
  return (
    <p className="meta">
      <Chip tone="ai">{words.desk.draft}</Chip> {words.today.letterLine}
    </p>
  );
}

/** What the guard objects to in the words as they stand. */
function Findings({ findings }: { readonly findings: Checked['findings'] }): ReactElement {
  const said = useWords().desk;
  return (
    <ul id="write-findings" className="findings">
      {findings.map(({ rule, severity, text: hit, start, basis }) => (
        <li key={`${rule} ${start}`} className={`finding finding-${severity}`}>
          {severity === 'hard' ? <StopOutlined aria-hidden /> : <WarningFilled aria-hidden />}
          <strong>{severity === 'hard' ? said.cannot : said.wants}</strong>
          <span>
            「{hit}」 <span className="meta">{`${basis.instrument} ${basis.article}`}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
