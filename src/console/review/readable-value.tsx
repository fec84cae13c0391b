import type { ReactElement } from 'react';
import { useWords } from '../words/words.js';

/** A longer list is the shelf or a history: what it begins with tells what it is. */
const MOST = 5;

export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** What a tool was asked or answered, field by field; what is empty is left out. */
export function ReadableValue({ value }: { readonly value: unknown }): ReactElement {
  const said = useWords().review.evidence;
  if (isEmpty(value)) return <span className="meta">{said.empty}</span>;
  if (typeof value === 'boolean') return <>{value ? said.yes : said.no}</>;
  if (Array.isArray(value)) return <Several values={value} />;
  if (typeof value !== 'object') return <span className="readable-text">{String(value)}</span>;
  return (
    <dl className="readable">
      {Object.entries(value as object)
        .filter(([, of]) => !isEmpty(of))
        .map(([key, of]) => (
          <div key={key}>
            <dt className="meta" title={key}>
              {said.fieldOf(key)}
            </dt>
            <dd>
              <ReadableValue value={of} />
            </dd>
          </div>
        ))}
    </dl>
  );
}

function Several({ values }: { readonly values: readonly unknown[] }): ReactElement {
  const said = useWords().review.evidence;
  return (
    <ol className="readable-list">
      {values.slice(0, MOST).map((one, at) => (
        <li key={at}>
          <ReadableValue value={one} />
        </li>
      ))}
      {values.length > MOST && <li className="meta">{said.more(values.length - MOST)}</li>}
    </ol>
  );
}

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);
