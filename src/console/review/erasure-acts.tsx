import { App, Button, Input, Modal, Select } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import type { ErasureCase } from './shapes.js';

const CHECKS = ['signed_in', 'called_back', 'in_person', 'term'] as const;
type Check = (typeof CHECKS)[number];

/** 双人: one proposes, another approves; never the same person. */
export function ErasureActs({
  one,
  done,
}: {
  readonly one: ErasureCase;
  readonly done: () => void;
}): ReactElement | null {
  const said = useWords().review.erasures;
  const { session, may } = useInside();
  const [isDeclining, setDeclining] = useState(false);
  if (one.stage !== 'open' && one.stage !== 'proposed') return null;
  const isOwn = one.proposedBy === session.staff.id;
  const isProposed = one.stage === 'proposed';
  return (
    <section className="pane-part erasure-acts">
      {!isProposed && may('erasure.propose') && <Propose one={one} done={done} />}
      {isProposed && isOwn && <p className="meta">{said.samePerson}</p>}
      {isProposed && !isOwn && may('erasure.approve') && (
        <p className="acts">
          <Approve one={one} done={done} />
          <Button onClick={() => setDeclining(true)}>{said.decline}</Button>
        </p>
      )}
      {isDeclining && <Decline one={one} done={done} close={() => setDeclining(false)} />}
    </section>
  );
}

interface Act {
  readonly one: ErasureCase;
  readonly done: () => void;
}

/** A term that runs out is nobody's wish: nobody is to be made sure of. */
const checksFor = ({ why }: ErasureCase): readonly Check[] =>
  CHECKS.filter((check) => (check === 'term') === (why === 'term'));

function Propose({ one, done }: Act): ReactElement {
  const said = useWords().review.erasures;
  const call = useApi();
  const change = useChange();
  // How a person was made sure of is for whoever did it to say: nothing is chosen for them.
  const [checked, setChecked] = useState<Check | null>(one.why === 'term' ? 'term' : null);
  const run = async (): Promise<void> => {
    if (checked === null) return;
    const sent = { path: { id: one.id }, body: { checked } };
    const propose = () => call('post', '/review/erasures/{id}/proposal', sent);
    if (await change.run(propose, said.proposed)) done();
  };
  return (
    <>
      <label className="field">
        {said.checked}
        <Select<Check>
          {...(checked === null ? {} : { value: checked })}
          placeholder={said.checkedHint}
          onChange={setChecked}
          options={checksFor(one).map((value) => ({ value, label: said.checks[value] }))}
        />
      </label>
      <Button
        type="primary"
        disabled={checked === null}
        loading={change.isBusy}
        onClick={() => void run()}
      >
        {said.propose}
      </Button>
    </>
  );
}

function Approve({ one, done }: Act): ReactElement {
  const words = useWords();
  const said = words.review.erasures;
  const { modal } = App.useApp();
  const call = useApi();
  const change = useChange();
  const run = async (): Promise<void> => {
    const approve = () => call('post', '/review/erasures/{id}/approval', { path: { id: one.id } });
    if (await change.run(approve, said.approved)) done();
  };
  const ask = (): void =>
    void modal.confirm({
      title: said.approveTitle,
      content: said.approveLine,
      okText: said.approve,
      okButtonProps: { danger: true },
      cancelText: words.staff.cancel,
      onOk: run,
    });
  return (
    <Button danger loading={change.isBusy} onClick={ask}>
      {said.approve}
    </Button>
  );
}

function Decline({ one, done, close }: Act & { readonly close: () => void }): ReactElement {
  const words = useWords();
  const said = words.review.erasures;
  const call = useApi();
  const change = useChange();
  const [reason, setReason] = useState('');
  const run = async (): Promise<void> => {
    const sent = { path: { id: one.id }, body: { reason } };
    const decline = () => call('post', '/review/erasures/{id}/refusal', sent);
    if (!(await change.run(decline, said.declined))) return;
    close();
    done();
  };
  return (
    <Modal
      open
      title={said.decline}
      okText={said.decline}
      okButtonProps={{ disabled: reason.trim() === '', loading: change.isBusy }}
      cancelText={words.staff.cancel}
      onOk={() => void run()}
      onCancel={close}
    >
      <label className="field">
        {said.declineReason}
        <Input.TextArea
          autoFocus
          value={reason}
          maxLength={500}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
    </Modal>
  );
}
