import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { FoundPassages } from './found-passages.js';
import { useWords } from '../words/words.js';
import type { Made } from './shapes.js';

/** 提示词: the exact words it was made with, by their hash. */
export function Wordings({ made: { wording } }: { readonly made: Made }): ReactElement {
  const said = useWords().review.evidence;
  if (wording.length === 0) return <p className="pane-part meta">{said.noWording}</p>;
  return (
    <>
      {wording.map(({ id, hash, text }) => (
        <section key={`${id} ${hash}`} className="pane-part">
          <h3>
            {id} <span className="mono meta">{hash}</span>
          </h3>
          {text === null ? <p className="meta">{said.gone}</p> : <Source text={text} label={id} />}
        </section>
      ))}
    </>
  );
}

/** 依据: the passage as it was, and when it counted. */
export function Sources({ made }: { readonly made: Made }): ReactElement {
  const said = useWords().review.evidence;
  const { citations } = made;
  return (
    <>
      {citations.length === 0 && <p className="pane-part meta">{said.noSources}</p>}
      {citations.map((citation, at) => {
        const { effective, expires, article, issuer } = citation as Readonly<
          Record<string, string | null>
        >;
        return (
          <section key={citation.passage} className="pane-part">
            <h3>
              {citation.title} {article} <Chip tone="ok">{said.cited(at + 1)}</Chip>
            </h3>
            <p className="meta">
              {[
                issuer,
                effective ? said.effective(effective) : null,
                expires ? said.until(expires) : null,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
            <blockquote>{citation.text}</blockquote>
          </section>
        );
      })}
      <FoundPassages made={made} />
    </>
  );
}

/** Long ones move inside their own box, by keyboard too. */
const Source = ({ text, label }: { readonly text: string; readonly label: string }) => (
  <pre className="source" tabIndex={0} role="region" aria-label={label}>
    {text}
  </pre>
);
