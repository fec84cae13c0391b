import type { ReactElement } from 'react';
import { momentOf } from '../words/dates.js';
import { factOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
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
      <Versions made={made} />
    </>
  );
}

function Figures({ made: { facts } }: { readonly made: Made }): ReactElement {
  const { review, units } = useWords();
  const said = review.evidence;
  return (
    <section className="pane-part">
      <h3>{said.figures}</h3>
      {facts.length === 0 ? (
        <p className="meta">{said.noFigures}</p>
      ) : (
        <dl className="pairs">
          {facts.map((fact, at) => (
            <div key={`${fact.label} ${at}`}>
              <dt>{fact.label}</dt>
              <dd className="number">{factOf(fact, units)}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Versions({ made: { model, versions } }: { readonly made: Made }): ReactElement {
  const words = useWords().review;
  const said = words.evidence;
  const shown = (what: string, version: string): string =>
    what === 'clock' ? momentOf(new Date(Number(version)).toISOString()) : version;
  return (
    <section className="pane-part">
      <h3>{said.versions}</h3>
      <dl className="pairs">
        {model !== null && (
          <div>
            <dt>{said.model}</dt>
            <dd>{model === 'embedded' ? said.embedded : model}</dd>
          </div>
        )}
        {versions
          .filter(({ what }) => what !== 'model')
          .map(({ what, version }) => (
            <div key={what}>
              <dt>{words.versionsOf(what)}</dt>
              <dd className="mono">{shown(what, version)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}
