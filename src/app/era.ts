import type { Versions } from '../conversation/replay/given.js';
import type { Era, Missing } from '../conversation/replay/replay.js';
import { VERSION_KINDS } from '../store/version-rows.js';
import type { EraDeps, Places, Ready } from './open-era.js';
import { openEra } from './open-era.js';
import type { Parts } from './parts.js';
import { programVersion } from './release-files.js';

/** Eras that are kept ready: a reviewer goes through one conversation, which has one or two. */
const KEPT = 3;

/** 当日的版本: puts together what spoke on a day, from the archive; what is as it was is not made twice. */
export function eras(deps: EraDeps & Pick<Parts, 'archive'>): (versions: Versions) => Promise<Era> {
  const kept = new Map<string, Promise<Ready>>();
  let last: Promise<unknown> = Promise.resolve();
  // One after another: the models of two releases would be fitted on both processors at once.
  const opened = (places: Places, versions: Versions): Promise<Ready> => {
    const next = last.then(() => openEra(deps, places, versions));
    last = next.catch(() => undefined);
    return next;
  };
  return async (versions) => {
    const then = placesIn(versions);
    const places = then ?? placesIn({ archive: await deps.archive.places() });
    if (places === null) throw new Error('the archive has no places');
    const clock = versions.clock ?? 0;
    const key = JSON.stringify([places, versions.model ?? null]);
    const known = kept.get(key) ?? opened(places, versions);
    kept.delete(key);
    kept.set(key, known);
    for (const old of kept.keys()) if (kept.size > KEPT) kept.delete(old);
    const era = await known.catch((cause: unknown) => {
      kept.delete(key);
      throw cause;
    });
    return {
      ...era,
      deps: { ...era.deps, now: () => clock },
      missing: [...programMissing(versions), ...(then ? [] : [NO_ARCHIVE])],
    };
  };
}

const NO_ARCHIVE: Missing = { what: 'archive', then: null, now: 'today' };

const placesIn = ({ archive }: Versions): Places | null =>
  archive && VERSION_KINDS.every((kind) => typeof archive[kind] === 'number')
    ? (archive as unknown as Places)
    : null;

/** The program itself is not in the archive: an answer of another release is made again by this one. */
function programMissing({ archive }: Versions): readonly Missing[] {
  const then = typeof archive?.['program'] === 'string' ? archive['program'] : null;
  const now = programVersion();
  return then === now ? [] : [{ what: 'program', then, now }];
}
