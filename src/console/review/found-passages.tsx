import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { percentOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import { jsonIn } from './readable-value.js';
import type { Made } from './shapes.js';

interface Found {
  readonly passages?: readonly {
    readonly id: string;
    readonly title: string;
    readonly article: string | null;
  }[];
  readonly support?: number | null;
}

/** What was found besides: whoever asks why this passage was cited sees which were not. */
export function FoundPassages({ made }: { readonly made: Made }): ReactElement | null {
  const said = useWords().review.evidence;
  const cited = made.citations.map(({ passage }) => passage);
  const searches = made.tools
    .map(({ result }) => (result === null ? {} : (jsonIn(result) as Found)))
    .filter(({ passages = [] }) => passages.length > 0);
  if (searches.length === 0) return null;
  return (
    <section className="pane-part">
      <h3>{said.searched}</h3>
      {searches.map(({ passages = [], support }, nth) => (
        <ol key={nth} className="found-passages">
          {passages.map(({ id, title, article }, at) => (
            <li key={id}>
              <span>
                {title} {article}
              </span>
              <span className="meta">
                {at === 0 && typeof support === 'number' && said.support(percentOf(support, 0))}
              </span>
              {cited.includes(id) ? (
                <Chip tone="ok">{said.cited(cited.indexOf(id) + 1)}</Chip>
              ) : (
                <Chip>{said.notCited}</Chip>
              )}
            </li>
          ))}
        </ol>
      ))}
    </section>
  );
}
