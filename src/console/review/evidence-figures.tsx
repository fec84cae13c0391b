import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { useWords } from '../words/words.js';
import type { Made } from './shapes.js';

type Figure = Made['figures'][number];
type Said = ReturnType<typeof useWords>['review']['evidence'];

/** 每个数字的出处: every figure of the words, with the very place it comes from. */
export function Figures({ made }: { readonly made: Made }): ReactElement {
  const said = useWords().review.evidence;
  const { figures } = made;
  return (
    <section className="pane-part">
      <h3>{said.figures}</h3>
      {figures.length === 0 ? (
        <p className="meta">{said.noFigures}</p>
      ) : (
        <ul className="figure-origins">
          {figures.map((figure) => (
            <li key={figure.start}>
              <strong className="number">{figure.text}</strong>
              <span>
                {figure.from === 'none' ? (
                  <Nowhere figure={figure} made={made} />
                ) : (
                  originOf(figure, said)
                )}
                {figure.place !== null && <q>{figure.place}</q>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Nowhere({ figure, made }: { readonly figure: Figure; readonly made: Made }): ReactElement {
  const said = useWords().review.evidence;
  return (
    <>
      <Chip tone="stop">{said.fromNowhere}</Chip>{' '}
      <span className="meta">{guardOf(figure, made, said)}</span>
    </>
  );
}

/** What the guard, which asks of every figure where it comes from, made of this one then. */
function guardOf({ start, end }: Figure, { findings, verdict }: Made, said: Said): string {
  const isStopped = findings.some(
    (one) => one.rule === 'FIGURE' && one.start < end && start < one.end,
  );
  if (isStopped) return said.nowhereStopped;
  return verdict === null ? said.nowhereUnread : said.nowherePassed;
}

function originOf({ from, name, field, citation }: Figure, said: Said): string {
  const [of, within] = [name ?? '', field ?? ''];
  switch (from) {
    case 'passage':
      return said.fromPassage(citation ?? 0, of, field);
    case 'fact':
      return said.fromFact(name === null ? null : said.toolOf(name), within);
    case 'tool':
      return said.fromTool(said.toolOf(of), within);
    case 'card':
      return said.fromCard(said.cardOf(of), within);
    case 'customer':
      return said.fromCustomer;
    case 'none':
      return said.fromNowhere;
  }
}
