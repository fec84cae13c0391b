import { Button, Input, Modal, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import { useApi } from '../api/api-context.js';
import type { Change } from '../api/use-change.js';
import { DayInput } from '../frame/day-input.js';
import { dayOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { Conversation } from './shapes.js';

const CHANNELS = ['chat', 'phone', 'letter', 'counter'] as const;
const MOST_WORDS = 2_000;

/** 登记投诉: in the customer's words; it opens the case, and the customer is told its number. */
export function ComplaintDialog({
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
  const { filing: said, caseWork, staff } = useWords();
  const call = useApi();
  // The same dialog sent twice files one complaint.
  const [key] = useState(() => crypto.randomUUID());
  const dayField = useId();
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('chat');
  const [matter, setMatter] = useState('');
  const [wish, setWish] = useState('');
  const [received, setReceived] = useState(() => dayOf(new Date().toISOString()));
  const last = lastWordsIn(conversation);
  const body = { channel, matter, wish, ...(channel === 'letter' && { received }) };
  const file = async (): Promise<void> => {
    const path = { id: conversation.id };
    const act = () => call('post', '/desk/conversations/{id}/complaints', { path, body, key });
    if (await change.run(act, said.done)) {
      close();
      done();
    }
  };
  return (
    <Modal
      open
      title={said.title}
      okText={said.ok}
      okButtonProps={{ disabled: matter.trim() === '', loading: change.isBusy }}
      cancelText={staff.cancel}
      onOk={() => void file()}
      onCancel={close}
    >
      <p className="meta">{said.hint}</p>
      <label className="filing-field">
        {said.matter}
        <Input.TextArea
          value={matter}
          autoFocus
          maxLength={MOST_WORDS}
          rows={4}
          onChange={({ target }) => setMatter(target.value)}
        />
      </label>
      {last !== '' && matter === '' && (
        <Button type="link" size="small" className="filing-last" onClick={() => setMatter(last)}>
          {said.last}
        </Button>
      )}
      <label className="filing-field">
        {said.wish}
        <Input.TextArea
          value={wish}
          maxLength={MOST_WORDS}
          rows={2}
          onChange={({ target }) => setWish(target.value)}
        />
      </label>
      <fieldset className="filing-field">
        <legend>{said.channel}</legend>
        <Radio.Group
          value={channel}
          options={CHANNELS.map((value) => ({ value, label: caseWork.channels[value] }))}
          onChange={({ target }) => setChannel(target.value as typeof channel)}
        />
      </fieldset>
      {channel === 'letter' && (
        <label className="filing-field" htmlFor={dayField}>
          {said.received}
          <DayInput id={dayField} value={received} change={setReceived} />
        </label>
      )}
    </Modal>
  );
}

/** So many of their messages are offered: what one complains of is seldom said in the last alone. */
const OFFERED = 5;

/** What the customer wrote last, a message a line; empty: nothing yet. */
const lastWordsIn = ({ utterances }: Conversation): string =>
  utterances
    .filter(({ speaker, text }) => speaker === 'customer' && text !== '')
    .slice(-OFFERED)
    .map(({ text }) => text)
    .join('\n')
    .slice(-MOST_WORDS);
