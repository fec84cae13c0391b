import { Button, Input, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useId } from 'react';
import { DayInput } from '../frame/day-input.js';
import { useWords } from '../words/words.js';
import type { Filtering, Query } from './search-query.js';
import { NOTHING, VERDICTS, WHATS } from './search-query.js';

/** Channels there are today; one of an older record is still found by its words. */
const CHANNELS = ['directline', 'bot-framework', 'terminal'] as const;

/** What results are narrowed by. */
export function SearchFields({ query, change }: Filtering): ReactElement {
  const words = useWords();
  const said = words.search;
  const set = (part: Partial<Query>): void => change({ ...query, ...part });
  const text = (name: 'person' | 'product' | 'rule', hint: string): ReactElement => (
    <Field label={said.fields[name]}>
      {(id) => (
        <Input
          id={id}
          value={query[name]}
          placeholder={hint}
          maxLength={100}
          allowClear
          onChange={({ target }) => set({ [name]: target.value })}
        />
      )}
    </Field>
  );
  const day = (name: 'from' | 'to'): ReactElement => (
    <Field label={said.fields[name]}>
      {(id) => <DayInput id={id} value={query[name]} change={(value) => set({ [name]: value })} />}
    </Field>
  );
  return (
    <div className="search-fields">
      {text('person', said.personHint)}
      {text('product', said.productHint)}
      {text('rule', said.ruleHint)}
      <Field label={said.fields.verdict}>
        {(id) => (
          <Select
            id={id}
            value={query.verdict}
            options={[
              { value: '' as const, label: said.any },
              ...VERDICTS.map((value) => ({ value, label: said.verdicts[value] })),
            ]}
            onChange={(verdict) => set({ verdict })}
          />
        )}
      </Field>
      {day('from')}
      {day('to')}
      <Field label={said.fields.channel}>
        {(id) => (
          <Select
            id={id}
            value={query.channel}
            options={['', ...CHANNELS].map((value) => ({
              value,
              label: value === '' ? said.any : words.channel(value),
            }))}
            onChange={(channel) => set({ channel })}
          />
        )}
      </Field>
      <Field label={said.fields.what} isWide>
        {(id) => (
          <Select
            id={id}
            mode="multiple"
            allowClear
            value={[...query.what]}
            placeholder={said.any}
            options={WHATS.map((value) => ({ value, label: said.whats[value] }))}
            onChange={(what) => set({ what })}
          />
        )}
      </Field>
      <Button className="search-clear" onClick={() => change(NOTHING)}>
        {said.clear}
      </Button>
    </div>
  );
}

function Field({
  label,
  isWide = false,
  children,
}: {
  readonly label: string;
  readonly isWide?: boolean;
  readonly children: (id: string) => ReactNode;
}): ReactElement {
  const id = useId();
  return (
    <div className="search-field" data-wide={isWide || undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
