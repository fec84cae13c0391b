import { Button, Input, Modal, Space } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { Chip } from '../frame/chip.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import type { Code } from './code-dialog.js';
import { CodeDialog } from './code-dialog.js';
import type { Account } from './people.js';
import { stateOf } from './people.js';

/** Locking, unlocking and resetting: each says beforehand what it ends. */
export function AccountActions({
  account,
  isSelf,
  changed,
}: {
  readonly account: Account;
  readonly isSelf: boolean;
  readonly changed: () => void;
}): ReactElement {
  const said = useWords().staff;
  const call = useApi();
  const { may } = useInside();
  const change = useChange();
  const [asked, setAsked] = useState<'lock' | 'reset' | null>(null);
  const [reason, setReason] = useState('');
  const [code, setCode] = useState<Code | null>(null);
  const path = { id: account.id };
  const state = stateOf(account, Date.now());
  const finish = (isDone: boolean): void => {
    if (isDone) setAsked(null);
    changed();
  };
  const lock = () =>
    change.run(() => call('post', '/staff/{id}/lock', { path, body: { reason } }), said.saved);
  const unlock = () => change.run(() => call('post', '/staff/{id}/unlock', { path }), said.saved);
  const reset = () =>
    change.run(async () => setCode(await call('post', '/staff/{id}/reset', { path })));
  return (
    <div className="account">
      <p className="meta">
        {said.account} <span className="mono">{account.id}</span>
        <Chip>{said.states[state]}</Chip>
      </p>
      {isSelf && <p className="meta">{said.self}</p>}
      {!isSelf && may('staff.lock') && (
        <Space>
          {state === 'locked' || state === 'waiting' ? (
            <Button size="small" onClick={() => void unlock().then(finish)}>
              {said.unlock}
            </Button>
          ) : (
            <Button size="small" danger onClick={() => setAsked('lock')}>
              {said.lock}
            </Button>
          )}
          <Button size="small" onClick={() => setAsked('reset')}>
            {said.reset}
          </Button>
        </Space>
      )}
      <Modal
        open={asked === 'lock'}
        title={said.lock}
        okText={said.lock}
        okButtonProps={{ danger: true, disabled: reason.trim() === '', loading: change.isBusy }}
        cancelText={said.cancel}
        onOk={() => void lock().then(finish)}
        onCancel={() => setAsked(null)}
        destroyOnHidden
      >
        <p>{said.lockWhy}</p>
        <Input
          value={reason}
          maxLength={200}
          placeholder={said.lockReason}
          aria-label={said.lockReason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Modal>
      <Modal
        open={asked === 'reset'}
        title={said.reset}
        okText={said.reset}
        okButtonProps={{ loading: change.isBusy }}
        cancelText={said.cancel}
        onOk={() => void reset().then(finish)}
        onCancel={() => setAsked(null)}
        destroyOnHidden
      >
        <p>{said.resetWhy}</p>
      </Modal>
      {code && <CodeDialog code={code} close={() => setCode(null)} />}
    </div>
  );
}
