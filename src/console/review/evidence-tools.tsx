import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { useWords } from '../words/words.js';
import { ReadableValue, jsonIn } from './readable-value.js';
import type { Made } from './shapes.js';

/** 工具: what was asked of them and what they answered. */
export function Tools({ made: { tools } }: { readonly made: Made }): ReactElement {
  const said = useWords().review.evidence;
  if (tools.length === 0) return <p className="pane-part meta">{said.noTools}</p>;
  return (
    <>
      {tools.map((tool, at) => (
        <Call key={`${tool.name} ${at}`} tool={tool} />
      ))}
    </>
  );
}

function Call({
  tool: { name, args, result, status, ms },
}: {
  readonly tool: Made['tools'][number];
}): ReactElement {
  const said = useWords().review.evidence;
  return (
    <section className="pane-part">
      <h3>
        {said.toolOf(name)} <span className="mono meta">{name}</span>{' '}
        {ms !== null && <span className="meta">{ms} ms</span>}{' '}
        {status === 'failed' && <Chip tone="stop">{said.failed}</Chip>}
      </h3>
      <h4 className="meta">{said.args}</h4>
      <ReadableValue value={jsonIn(args)} />
      <h4 className="meta">{said.result}</h4>
      {result === null ? <p>{said.noResult}</p> : <ReadableValue value={jsonIn(result)} />}
      <details className="folded">
        <summary>{said.raw}</summary>
        <pre className="source" tabIndex={0} role="region" aria-label={`${name} ${said.raw}`}>
          {[args, result].filter((one) => one !== null).join('\n\n')}
        </pre>
      </details>
    </section>
  );
}
