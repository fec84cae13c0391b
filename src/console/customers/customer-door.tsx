import { LockOutlined } from '@ant-design/icons';
import { Button, Input, Modal } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { Refused } from '../api/problem.js';
import { useChange } from '../api/use-change.js';
import { useRead } from '../api/use-read.js';
import { BackTo } from '../frame/back-to.js';
import { Failed, Loading, NotAllowed } from '../frame/states.js';
import { useInside } from '../session/session.js';
import { clockOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { UnsealingList } from './use-unsealings.js';

/** The customer, or, where they are another's, the way to ask for them in an emergency. */
export function CustomerDoor({
  id,
  unsealings,
  children,
}: {
  readonly id: string;
  readonly unsealings: UnsealingList;
  readonly children: ReactNode;
}): ReactElement {
  const said = useWords().clients;
  const call = useApi();
  const { may } = useInside();
  const own = unsealings.list.find(({ mine, customer }) => mine && customer === id);
  // Read anew when the second person has decided.
  const read = useRead(`door ${id} ${own?.stage ?? ''}`, (signal) =>
    call('get', '/desk/customers/{id}', { path: { id }, signal }),
  );
  const isOthers = read.failure instanceof Refused && read.failure.refusal.status === 404;
  return (
    <>
      <BackTo place="customers" name={said.list} />
      {own?.stage === 'open' && own.ends && (
        <p className="unsealed" role="status">
          <LockOutlined aria-hidden /> {said.openFor(clockOf(own.ends))}
        </p>
      )}
      {isOthers ? (
        <NotAllowed
          title={said.notYours}
          line={own?.stage === 'asked' ? said.stage('asked') : said.notYoursLine}
          actions={may('glass.break') && own?.stage !== 'asked' && <Ask id={id} {...unsealings} />}
        />
      ) : read.failure ? (
        <Failed error={read.failure} what={said.one} again={read.again} />
      ) : read.value ? (
        children
      ) : (
        <Loading rows={3} />
      )}
    </>
  );
}

const LEAST = 4;

function Ask({ id, again }: UnsealingList & { readonly id: string }): ReactElement {
  const words = useWords();
  const said = words.clients;
  const call = useApi();
  const change = useChange();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const run = async (): Promise<void> => {
    const body = { reason: reason.trim() };
    const act = () => call('post', '/desk/customers/{id}/unsealing', { path: { id }, body });
    if (await change.run(act, said.asked)) setOpen(false);
    again();
  };
  return (
    <>
      <Button type="primary" icon={<LockOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {said.ask}
      </Button>
      <Modal
        open={isOpen}
        title={said.askTitle(id)}
        okText={said.ask}
        okButtonProps={{ disabled: reason.trim().length < LEAST, loading: change.isBusy }}
        cancelText={words.staff.cancel}
        onOk={() => void run()}
        onCancel={() => setOpen(false)}
      >
        <p className="meta">{said.askLine}</p>
        <Input.TextArea
          value={reason}
          rows={3}
          maxLength={500}
          placeholder={said.askReason}
          aria-label={said.askReason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Modal>
    </>
  );
}
