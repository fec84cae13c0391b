import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useWords } from '../words/words.js';
import type { LookupEntry } from './shapes.js';
import type { Slash } from './slash.js';

const SETTLED_MS = 180;

export interface Option {
  readonly id: string;
  readonly title: string;
  readonly line: string;
  readonly meta: string | null;
  /** What stands instead of the command, and what its figures come from. */
  readonly text: string;
  readonly sources: readonly string[];
}

/** What can be chosen for a command, as it is typed. */
export function useOptions(
  conversation: string,
  slash: Slash | null,
): { readonly options: readonly Option[]; readonly state: 'ready' | 'looking' | 'empty' } {
  const said = useWords().copilot;
  const call = useApi();
  const [found, setFound] = useState<{
    readonly of: string;
    readonly entries: readonly LookupEntry[];
  } | null>(null);
  const lookup = slash?.is === 'looking' ? slash.lookup : null;
  const words = slash?.is === 'looking' ? slash.words : '';
  const of = `${conversation} ${lookup} ${words}`;
  useEffect(() => {
    if (lookup === null) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      const asked = { path: { id: conversation }, query: { for: lookup, words } };
      call('get', '/desk/conversations/{id}/lookup', { ...asked, signal: stop.signal })
        .then(({ entries }) => setFound({ of, entries }))
        .catch(() => undefined);
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [call, conversation, lookup, of, words]);
  if (slash?.is === 'choosing') {
    const options = slash.offered.map((one) => ({
      id: one,
      title: `/${said.lookups[one]}`,
      line: said.lookupHints[one],
      meta: null,
      text: `/${said.lookups[one]} `,
      sources: [],
    }));
    return { options, state: 'ready' };
  }
  if (found?.of !== of) return { options: [], state: 'looking' };
  const options = found.entries.map(({ id, title, line, text, sources, validity }) => ({
    id,
    title,
    line,
    meta: validity,
    text,
    sources,
  }));
  return { options, state: options.length === 0 ? 'empty' : 'ready' };
}

/** The list above the field: the field keeps the focus, arrows move, Enter takes. */
export function Palette({
  slash,
  options,
  state,
  at,
  take,
}: {
  readonly slash: Slash;
  readonly options: readonly Option[];
  readonly state: 'ready' | 'looking' | 'empty';
  readonly at: number;
  readonly take: (option: Option) => void;
}): ReactElement {
  const said = useWords().copilot;
  const asksForWords = slash.is === 'looking' && slash.words === '';
  return (
    <div className="palette">
      {options.length === 0 ? (
        <p className="meta" role="status">
          {state === 'looking' ? said.searching : asksForWords ? said.typeWords : said.nothingFound}
        </p>
      ) : (
        <ul role="listbox" aria-label={said.palette} id="palette">
          {options.map((option, index) => (
            <li
              key={option.id}
              id={`palette-${index}`}
              role="option"
              aria-selected={index === at}
              onMouseDown={(event) => {
                event.preventDefault();
                take(option);
              }}
            >
              <strong>{option.title}</strong>
              <span>{option.line}</span>
              {option.meta !== null && <span className="meta">{option.meta}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
