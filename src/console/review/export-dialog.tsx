import { CheckCircleFilled, DownloadOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { Answer } from '../api/client.js';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { Chip } from '../frame/chip.js';
import { useWords } from '../words/words.js';
import { save, toBase64 } from './files.js';
import { sha256Of } from './proof-check.js';
import { countOf } from './shapes.js';

type Verified = Answer<'post', '/review/bundles/verifications'>;

interface Made {
  readonly file: Blob;
  readonly hash: string | null;
  readonly verified: Verified | null;
}

const SHORTEST = 4;

/** 导出案卷: why and for whom, then the file, and what the verifier says of that very file. */
export function ExportDialog({
  conversation,
  close,
}: {
  readonly conversation: string;
  readonly close: () => void;
}): ReactElement {
  const said = useWords().review.exporting;
  const { staff } = useWords();
  const call = useApi();
  const change = useChange();
  const [why, setWhy] = useState('');
  const [made, setMade] = useState<Made | null>(null);
  const name = `case-${conversation.replaceAll(/[^A-Za-z0-9_-]/g, '_')}.zip`;
  const run = (): void =>
    void change.run(async () => {
      const body = { conversation, why: why.trim() };
      const file = (await call('post', '/review/exports', { body })) as unknown as Blob;
      const hash = await sha256Of(file);
      setMade({ file, hash, verified: null });
      save(file, name);
      const zip = await toBase64(file);
      const verified = await call('post', '/review/bundles/verifications', { body: { zip } });
      setMade({ file, hash, verified });
    });
  return (
    <Modal
      open
      title={said.title}
      onCancel={close}
      footer={
        made
          ? [
              <Button key="again" icon={<DownloadOutlined />} onClick={() => save(made.file, name)}>
                {said.again}
              </Button>,
              <Button key="close" type="primary" onClick={close}>
                {said.close}
              </Button>,
            ]
          : [
              <Button key="cancel" onClick={close}>
                {staff.cancel}
              </Button>,
              <Button
                key="go"
                type="primary"
                disabled={why.trim().length < SHORTEST}
                loading={change.isBusy}
                onClick={run}
              >
                {said.go}
              </Button>,
            ]
      }
    >
      {made ? (
        <Outcome name={name} made={made} />
      ) : (
        <>
          <p className="meta">{said.line}</p>
          <label className="field">
            {said.why}
            <Input.TextArea
              autoFocus
              value={why}
              placeholder={said.whyHint}
              maxLength={500}
              onChange={({ target }) => setWhy(target.value)}
            />
          </label>
        </>
      )}
    </Modal>
  );
}

function Outcome({ name, made }: { readonly name: string; readonly made: Made }): ReactElement {
  const said = useWords().review.exporting;
  return (
    <div className="export-outcome" aria-live="polite">
      <p>
        <strong>{name}</strong>{' '}
        <span className="meta">{said.size(countOf(Math.ceil(made.file.size / 1024)))}</span>
      </p>
      {made.hash && (
        <p className="meta">
          {said.hash} <span className="mono">SHA-256 {made.hash}</span>
        </p>
      )}
      {made.verified ? <VerifiedLine found={made.verified} /> : <p>{said.checking}</p>}
    </div>
  );
}

export function VerifiedLine({ found }: { readonly found: Verified }): ReactElement {
  const said = useWords().review.exporting;
  const { verdict, seq, entries, size, destroyed } = found;
  const isFine = verdict === 'valid';
  return (
    <div className="verified">
      <Chip tone={isFine ? 'ok' : 'stop'} icon={isFine ? <CheckCircleFilled /> : <WarningFilled />}>
        {said.verdicts[verdict]}
        {seq !== null && ` · ${said.at(seq)}`}
      </Chip>
      {size !== null && <p className="meta">{said.facts(entries, size)}</p>}
      {destroyed.length > 0 && <p className="meta">{said.destroyed(destroyed.length)}</p>}
    </div>
  );
}
