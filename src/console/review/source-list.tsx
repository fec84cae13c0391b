import type { ReactElement } from 'react';
import type { Answer } from '../api/client.js';
import { PlaceLink } from '../frame/place-link.js';
import type { NameOf } from '../session/names.js';
import { useNames } from '../session/names.js';
import { useWords } from '../words/words.js';
import '../styles/changes.css';

export const SOURCES = '/review/conversations/{conversation}/answers/{seq}/sources';
type Source = Answer<'get', typeof SOURCES>['sources'][number];

/** 谁批准了这句话: everything a reply was made of, and who let it. */
export function SourceList({ sources }: { readonly sources: readonly Source[] }): ReactElement {
  const said = useWords().changes;
  const nameOf = useNames();
  return (
    <section className="pane-part answer-sources" aria-label={said.sources}>
      <h3>{said.sources}</h3>
      {sources.length === 0 && <p className="meta">{said.unknown}</p>}
      <ul>
        {sources.map((source) => (
          <li key={`${source.role} ${source.name}`}>
            <strong>
              {said.roles[source.role]} {source.title ?? source.name}
            </strong>
            <span className="meta">{lineOf(source, said, nameOf)}</span>
            {source.change !== null && (
              <PlaceLink to={['changes', source.change]}>{said.toChange}</PlaceLink>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Said = ReturnType<typeof useWords>['changes'];

const lineOf = (source: Source, said: Said, nameOf: NameOf): string => {
  const { hash, effective, since, author, vouched } = source;
  return [
    source.name,
    ...(hash === null ? [] : [hash.slice(0, 16)]),
    ...[effective ?? since?.slice(0, 10)].flatMap((day) => (day ? [said.since(day)] : [])),
    ...(author === null ? [] : [said.author(nameOf(author))]),
    approvalOf(source, said, nameOf),
    ...(vouched === null ? [] : [said.vouched(nameOf(vouched))]),
  ].join(' · ');
};

function approvalOf({ approver, by }: Source, said: Said, nameOf: NameOf): string {
  if (approver !== null) return said.approver(nameOf(approver));
  if (by === 'release') return said.withRelease;
  return by === 'direct' ? said.direct : said.unknown;
}
