import type { ReactElement } from 'react';
import { dayOf } from '../../words/dates.js';
import { useWords } from '../../words/words.js';
import type { Portrait } from './shapes.js';

/** 同意与请勿打扰: what the customer may be spoken to about, as they said last. */
export function Consent({ portrait: { contact } }: { readonly portrait: Portrait }): ReactElement {
  const { portrait: said, joins } = useWords();
  const lines: readonly (readonly [string, string])[] = [
    [said.mayContact, contact.doNotContact ? said.doNotContact : said.contactable],
    [said.marketing, contact.marketing ? said.agreed : said.notAgreed],
    [said.businesses, contact.businesses.length > 0 ? joins.list(contact.businesses) : said.never],
    [said.lastMarketing, contact.lastMarketing ? dayOf(contact.lastMarketing) : said.never],
  ];
  return (
    <section>
      <h3>
        {said.contact} <span className="meta">{said.touches(contact.touches)}</span>
      </h3>
      <dl className="context-lines">
        {lines.map(([name, words], at) => (
          <div key={`${at} ${name}`}>
            <dt>{name}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
