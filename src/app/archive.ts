import { productBodies } from '../profiles/kyp.js';
import { keepState } from '../store/version-archive.js';
import type { Texts } from '../store/version-archive.js';
import type { Store } from '../store/store.js';
import type { Product } from '../terms/product.js';
import type { JsonObject } from '../terms/json.js';
import type { InForce } from './house-files.js';
import type { Parts } from './parts.js';
import { RELEASE, programVersion, releaseFiles } from './release-files.js';

/** 版本档案: what the service speaks from is kept, so that any answer can be made again. */
export interface Archive {
  /** Where in the log what speaks at this moment stands, and which program it is. */
  readonly places: () => Promise<JsonObject>;
}

interface ArchiveDeps extends Pick<Parts, 'store' | 'now'> {
  readonly config: Pick<Parts['config'], 'institution'>;
}

/** What knows its own place in the log. */
interface Speaking {
  readonly knowledge: Pick<Parts['knowledge'], 'place'>;
  readonly house: { readonly now: () => Pick<InForce, 'place'> };
}

/** What ships goes into the archive at the first start of a release, approved with it and by nobody else. */
export async function openArchive(
  { store, config, now }: ArchiveDeps,
  { knowledge, house }: Speaking,
): Promise<Archive> {
  const by = { since: now(), author: RELEASE, approver: null, basis: 'release' };
  const file = await keepState(store, 'file', releaseFiles(), by);
  const institution = await keepState(
    store,
    'institution',
    new Map([['institution', JSON.stringify(config.institution)]]),
    { ...by, author: 'configuration', basis: 'direct' },
  );
  const product = keepProducts(store, now);
  const program = programVersion();
  return {
    places: async () => ({
      program,
      file,
      house_file: house.now().place,
      document: knowledge.place(),
      product: await product(),
      institution,
    }),
  };
}

/** The shelf is read at every turn; only one that has changed is looked at again. */
function keepProducts(store: Store, now: () => number): () => Promise<number> {
  let known: readonly string[] | null = null;
  let place: Promise<number> = Promise.resolve(0);
  return async () => {
    const bodies = await productBodies(store);
    if (bodies !== known) {
      known = bodies;
      // One after another, so that the log ends with the shelf that was read last.
      place = place
        .catch(() => 0)
        .then(() =>
          keepState(store, 'product', byCode(bodies), {
            since: now(),
            author: 'unknown',
            approver: null,
            basis: 'direct',
          }),
        );
      // What could not be kept is not known: the next turn keeps it.
      place.catch(() => {
        if (known === bodies) known = null;
      });
    }
    return place;
  };
}

const byCode = (bodies: readonly string[]): Texts =>
  new Map(bodies.map((body) => [(JSON.parse(body) as Product).code, body]));
