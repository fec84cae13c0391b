import { useCallback, useState } from 'react';

/**
 * 没发出去的话: what is written and not yet sent stays with its conversation, in this tab alone, over another
 * conversation and over a reload, until it is sent or whoever wrote it signs out. Storage may be forbidden:
 * then it lasts as long as the page.
 */
const OURS = 'shuzhi.console.written.';

export function useWritten(
  writer: string,
  conversation: string,
): readonly [string, (text: string) => void] {
  const name = `${OURS}${writer}.${conversation}`;
  const [text, setText] = useState(() => read(name));
  const write = useCallback(
    (next: string) => {
      keep(name, next);
      setText(next);
    },
    [name],
  );
  return [text, write];
}

/** Nothing of one person's is left for another. */
export function forgetWritten(): void {
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(OURS)) sessionStorage.removeItem(name);
  } catch {
    // Nothing was kept; see above.
  }
}

function read(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}

function keep(name: string, text: string): void {
  try {
    if (text === '') sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, text);
  } catch {
    // Not keeping is allowed; see above.
  }
}
