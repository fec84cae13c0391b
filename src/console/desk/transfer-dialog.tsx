import { Input, Modal, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import type { Answer } from '../api/client.js';
import type { Change } from '../api/use-change.js';
import { useRead } from '../api/use-read.js';
import { Chip } from '../frame/chip.js';
import { Failed, Loading } from '../frame/states.js';
import { useWords } from '../words/words.js';
import type { Conversation } from './shapes.js';

type Colleague = Answer<'get', '/desk/conversations/{id}/colleagues'>['colleagues'][number];

/** 转交: who is there, how busy, licensed for what, and why they suit; a reason goes with it. */
export function TransferDialog({
  conversation,
  change,
  close,
  done,
}: {
  readonly conversation: Conversation;
  readonly change: Change;
  readonly close: () => void;
  readonly done: () => void;
}): ReactElement {
  const words = useWords();
  const said = words.transfer;
  const call = useApi();
  const path = { id: conversation.id };
  const [picked, setPicked] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const read = useRead(`colleagues ${conversation.id}`, (signal) =>
    call('get', '/desk/conversations/{id}/colleagues', { path, signal }),
  );
  const all = read.value?.colleagues ?? [];
  const able = all.filter(({ suits }) => suits !== null);
  const unable = all.filter(({ suits }) => suits === null);
  // The best suited stands chosen already: one reason and one key are enough.
  const to = picked ?? able[0]?.id ?? null;
  const name = all.find(({ id }) => id === to)?.name ?? '';
  const isReady = to !== null && reason.trim() !== '';
  const run = async (): Promise<void> => {
    if (to === null || !isReady) return;
    const body = { to, reason: reason.trim() };
    const act = () => call('post', '/desk/conversations/{id}/transfer', { path, body });
    if (await change.run(act, said.done(name))) {
      close();
      done();
    } else read.again();
  };
  return (
    <Modal
      open
      width={600}
      title={said.title}
      okText={said.ok}
      okButtonProps={{ loading: change.isBusy, disabled: !isReady }}
      cancelText={words.staff.cancel}
      onOk={() => void run()}
      onCancel={close}
    >
      {read.failure && !read.value ? (
        <Failed error={read.failure} what={said.who} again={read.again} />
      ) : !read.value ? (
        <Loading rows={3} />
      ) : (
        <>
          {able.length === 0 && <p className="meta">{said.nobody}</p>}
          <Radio.Group
            className="colleagues"
            value={to}
            aria-label={said.who}
            onChange={({ target }) => setPicked(String(target.value))}
          >
            {able.map((one) => (
              <Radio key={one.id} value={one.id} autoFocus={one.id === to}>
                <Shown colleague={one} />
              </Radio>
            ))}
          </Radio.Group>
          {unable.length > 0 && (
            <section className="colleagues-unable">
              <h3>{said.unable}</h3>
              <ul tabIndex={0} aria-label={said.unable}>
                {unable.map((one) => (
                  <li key={one.id}>
                    <strong>{one.name}</strong> <span className="meta">{words.house(one.why)}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Input.TextArea
            value={reason}
            rows={2}
            maxLength={500}
            placeholder={said.reason}
            aria-label={said.reason}
            onChange={({ target }) => setReason(target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void run();
            }}
          />
        </>
      )}
    </Modal>
  );
}

function Shown({ colleague }: { readonly colleague: Colleague }): ReactElement {
  const words = useWords();
  const said = words.transfer;
  const { name, load, capacity, licences, productGrade, suits, why, domains } = colleague;
  return (
    <span className="colleague">
      <span className="colleague-head">
        <strong>{name}</strong>
        <span className="meta" aria-label={said.loadLabel(load, capacity)}>
          {said.load(load, capacity)}
        </span>
        {suits !== null && <Chip tone="brand">{said.suits(Math.round(suits * 100))}</Chip>}
      </span>
      <span className="colleague-chips">
        {licences.length === 0 && <Chip>{said.noLicence}</Chip>}
        {licences.map((licence) => (
          <Chip key={licence}>{words.licences[licence]}</Chip>
        ))}
        {productGrade !== null && <Chip>{said.grade(productGrade)}</Chip>}
        {domains.map((domain) => (
          <Chip key={domain}>{words.subject(domain)}</Chip>
        ))}
      </span>
      <span className="meta">{words.house(why)}</span>
    </span>
  );
}
