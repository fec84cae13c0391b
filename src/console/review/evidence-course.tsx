import type { ReactElement } from 'react';
import { useWords } from '../words/words.js';
import { Figures } from './evidence-figures.js';
import type { Made } from './shapes.js';

/** How it came about: steps, the birthplace of every figure, and the versions of that day. */
export function Course({ made }: { readonly made: Made | null }): ReactElement {
  const words = useWords().review;
  const said = words.evidence;
  if (!made) return <p className="pane-part meta">{said.nothing}</p>;
  const total = made.timings.reduce((sum, { ms }) => sum + ms, 0);
  return (
    <>
      {made.timings.length > 0 ? (
        <section className="pane-part">
          <h3>
            {said.steps} <span className="meta">{said.total(total)}</span>
          </h3>
          <dl className="steps">
            {made.timings.map(({ stage, ms }) => (
              <div key={stage}>
                <dt>{words.stagesOfTurn[stage]}</dt>
                <dd>
                  <progress max={Math.max(1, total)} value={ms} aria-hidden="true" />
                  <span className="number">{ms} ms</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : (
        made.turn === null && <p className="pane-part meta">{said.person}</p>
      )}
      <Figures made={made} />
    </>
  );
}
