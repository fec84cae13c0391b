import type { ReactElement } from 'react';
import { PlaceLink } from '../frame/place-link.js';
import { useNames } from '../session/names.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { RuleLine } from './shapes.js';

/** 来历: the version it is of, since when it stands as it does, and who let it. */
export function RuleStanding({ rule }: { readonly rule: RuleLine }): ReactElement {
  const said = useWords().review.rules;
  const nameOf = useNames();
  const { version, switched, scope } = rule;
  return (
    <dl className="pairs">
      <div>
        <dt>{said.version}</dt>
        <dd>{version}</dd>
      </div>
      <div>
        <dt>{said.since}</dt>
        <dd>{switched ? momentOf(switched.since) : said.sinceVersion}</dd>
      </div>
      <div>
        <dt>{said.approvedBy}</dt>
        <dd>
          {switched?.change ? (
            <PlaceLink to={['changes', switched.change]}>
              {said.letBy(nameOf(switched.by), switched.approver && nameOf(switched.approver))}
            </PlaceLink>
          ) : (
            said.shipped
          )}
        </dd>
      </div>
      <div>
        <dt>{said.scope}</dt>
        <dd>{said.scopes[scope]}</dd>
      </div>
    </dl>
  );
}
