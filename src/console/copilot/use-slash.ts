import type { KeyboardEvent } from 'react';
import { useEffect, useState } from 'react';
import { useWords } from '../words/words.js';
import type { Option } from './palette.js';
import { useOptions } from './palette.js';
import type { Slash } from './slash.js';
import { slashIn } from './slash.js';

/** The palette of the field one writes in. */
interface SlashState {
  readonly slash: Slash | null;
  readonly options: readonly Option[];
  readonly state: 'ready' | 'looking' | 'empty';
  readonly at: number;
  readonly take: (option: Option) => void;
  /** Whether the palette has used the key. */
  readonly pressed: (event: KeyboardEvent) => boolean;
}

export function useSlash(
  conversation: string,
  kind: 'reply' | 'note',
  text: string,
  put: (text: string, sources: readonly string[]) => void,
): SlashState {
  const names = useWords().copilot.lookups;
  const [closed, setClosed] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const slash = closed === text ? null : slashIn(text, kind, names);
  const { options, state } = useOptions(conversation, slash);
  const shown = options.length;
  useEffect(() => setAt(0), [text, shown]);
  const take = ({ text: words, sources }: Option): void => {
    if (slash) put(text.slice(0, slash.from) + words, sources);
  };
  const pressed = (event: KeyboardEvent): boolean => {
    if (slash === null || event.nativeEvent.isComposing) return false;
    const option = options[at];
    if (event.key === 'Escape') setClosed(text);
    else if (event.key === 'ArrowDown') setAt((at + 1) % Math.max(1, shown));
    else if (event.key === 'ArrowUp') setAt((at + shown - 1) % Math.max(1, shown));
    else if ((event.key === 'Enter' || event.key === 'Tab') && option && !isSending(event)) {
      take(option);
    } else return false;
    event.preventDefault();
    return true;
  };
  return { slash, options, state, at, take, pressed };
}

const isSending = ({ ctrlKey, metaKey }: KeyboardEvent): boolean => ctrlKey || metaKey;
