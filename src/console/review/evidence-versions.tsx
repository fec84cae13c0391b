import type { ReactElement } from 'react';
import { PlaceLink } from '../frame/place-link.js';
import { useNames } from '../session/names.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { Made } from './shapes.js';
import { shortHash } from './shapes.js';

/** 版本: of everything that spoke, which one, since when, and who let it. */
export function VersionsThen({ made }: { readonly made: Made }): ReactElement {
  const said = useWords().review.evidence;
  const { versions, raw } = made;
  if (raw.length === 0) return <p className="pane-part meta">{said.noVersions}</p>;
  return (
    <>
      <section className="pane-part">
        <table className="versions-then">
          <thead>
            <tr>
              <th scope="col">{said.what}</th>
              <th scope="col">{said.since}</th>
              <th scope="col">{said.approved}</th>
            </tr>
          </thead>
          <tbody>
            {versions.map((version) => (
              <Row key={version.what} version={version} />
            ))}
          </tbody>
        </table>
      </section>
      <details className="pane-part folded">
        <summary>{said.raw}</summary>
        <dl className="pairs">
          {raw.map(({ what, value }) => (
            <div key={what}>
              <dt>{said.versionOf(what)}</dt>
              <dd className="mono">{value}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

const HASH = /^[0-9a-f]{16,}$/;

function shown(version: string, said: ReturnType<typeof useWords>['review']['evidence']): string {
  if (version === 'embedded') return said.embedded;
  return HASH.test(version) ? shortHash(version) : version;
}

/** As whom the archive knows what was set up with the service. */
const CONFIGURED = 'configuration';

type Version = Made['versions'][number];

function Row({ version }: { readonly version: Version }): ReactElement {
  const { review, changes } = useWords();
  const said = review.evidence;
  const { what, since, change } = version;
  return (
    <tr>
      <th scope="row">
        {said.versionOf(what)}
        <span className="mono meta" title={version.version}>
          {shown(version.version, said)}
        </span>
      </th>
      <td>{since === null ? said.notKnown : momentOf(since)}</td>
      <td>
        <Approval version={version} />
        {change !== null && <PlaceLink to={['changes', change]}>{changes.toChange}</PlaceLink>}
      </td>
    </tr>
  );
}

function Approval({ version }: { readonly version: Version }): ReactElement {
  const said = useWords().review.evidence;
  const nameOf = useNames();
  const { by, approver, author } = version;
  if (approver !== null) return <p>{nameOf(approver)}</p>;
  if (by === 'release') return <p>{said.release}</p>;
  if (by === 'unknown') return <p>{said.notKnown}</p>;
  if (author === CONFIGURED) return <p>{said.configured}</p>;
  return <p>{author === null ? said.aloneUnnamed : said.alone(nameOf(author))}</p>;
}
