import { Input } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.js';

const DAY = '\\d{4}-\\d{2}-\\d{2}';

/** A day as the house writes it: a native one would follow the browser's language (screens.md §11). */
export function DayInput({
  id,
  value,
  change,
}: {
  readonly id?: string;
  readonly value: string;
  readonly change: (day: string) => void;
}): ReactElement {
  const said = useWords().frame;
  return (
    <Input
      {...(id === undefined ? {} : { id })}
      value={value}
      inputMode="numeric"
      maxLength={10}
      pattern={DAY}
      placeholder={said.day}
      title={said.dayHint}
      onChange={({ target }) => change(target.value.trim())}
    />
  );
}
