import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
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
export function Sources({ made: { citations } }: { readonly made: Made }): ReactElement {
  const said = useWords().review.evidence;
  if (citations.length === 0) return <p className="pane-part meta">{said.noSources}</p>;
  return (
    <>
      {citations.map((citation, at) => {
        const { effective, expires, article, issuer } = citation as Readonly<
          Record<string, string | null>
        >;
        return (
          <section key={citation.passage} className="pane-part">
            <h3>
              [{at + 1}] {citation.title} {article}
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
    </>
  );
}

/** 工具: what was asked of them and what they answered. */
export function Tools({ made: { tools } }: { readonly made: Made }): ReactElement {
  const said = useWords().review.evidence;
  if (tools.length === 0) return <p className="pane-part meta">{said.noTools}</p>;
  return (
    <>
      {tools.map(({ name, args, result, status, ms }, at) => (
        <section key={`${name} ${at}`} className="pane-part">
          <h3>
            <span className="mono">{name}</span>{' '}
            {ms !== null && <span className="meta">{ms} ms</span>}{' '}
            {status === 'failed' && <Chip tone="stop">{said.failed}</Chip>}
          </h3>
          <p className="meta">{said.args}</p>
          <Source text={pretty(args)} label={`${name} ${said.args}`} />
          {result !== null && (
            <>
              <p className="meta">{said.result}</p>
              <Source text={pretty(result)} label={`${name} ${said.result}`} />
            </>
          )}
        </section>
      ))}
    </>
  );
}

/** Long ones move inside their own box, by keyboard too. */
const Source = ({ text, label }: { readonly text: string; readonly label: string }) => (
  <pre className="source" tabIndex={0} role="region" aria-label={label}>
    {text}
  </pre>
);

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 1);
  } catch {
    return json;
  }
}
