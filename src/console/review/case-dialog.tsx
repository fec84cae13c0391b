import { Input, Modal, Radio } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useWords } from '../words/words.js';
import type { Act, Desk, Field } from './case-shapes.js';
import { CHOICES, FIELDS } from './case-shapes.js';

const MOST_WORDS = 2_000;

/** What an act needs to know, and nothing chosen beforehand. */
export function CaseDialog({
  desk,
  act,
  isBusy,
  send,
  close,
}: {
  readonly desk: Desk;
  readonly act: Act;
  readonly isBusy: boolean;
  readonly send: (body: Readonly<Record<string, string>>) => Promise<void>;
  readonly close: () => void;
}): ReactElement {
  const said = useWords().caseWork;
  const fields = FIELDS[act] ?? [];
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const put = (field: Field, value: string): void => setGiven({ ...given, [field]: value });
  const isWhole = fields.every((field) => (given[field] ?? '').trim() !== '');
  return (
    <Modal
      open
      title={said.acts[act]}
      okText={said.acts[act]}
      okButtonProps={{ disabled: !isWhole, loading: isBusy }}
      cancelText={said.cancel}
      onOk={() => void send(given)}
      onCancel={close}
    >
      <p className="meta">{hintOf(said.hints, act)}</p>
      {fields.map((field) =>
        field === 'words' ? (
          <label key={field} className="case-field">
            {said.words}
            <Input.TextArea
              value={given[field] ?? ''}
              autoFocus={fields.length === 1}
              maxLength={MOST_WORDS}
              rows={4}
              onChange={({ target }) => put(field, target.value)}
            />
          </label>
        ) : (
          <fieldset key={field} className="case-field">
            <legend>{field === 'outcome' ? said.result : said.how}</legend>
            <Radio.Group
              value={given[field]}
              options={optionsOf(said, field, desk)}
              onChange={({ target }) => put(field, String(target.value))}
            />
          </fieldset>
        ),
      )}
    </Modal>
  );
}

type Said = ReturnType<typeof useWords>['caseWork'];

const hintOf = (hints: Readonly<Record<string, string>>, act: Act): string => hints[act] ?? '';

function optionsOf(said: Said, field: Exclude<Field, 'words'>, desk: Desk) {
  if (field === 'channel') {
    return CHOICES.channel.map((value) => ({ value, label: said.channels[value] }));
  }
  if (field === 'how')
    return CHOICES.how.map((value) => ({ value, label: said.identities[value] }));
  return CHOICES.outcome[desk].map((value) => ({ value, label: said.outcomes[value] }));
}
