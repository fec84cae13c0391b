import { join } from 'node:path';
import { linesOf } from '../agent/understand/intents.js';
import type { Agent } from '../conversation/agent.js';
import type { Versions } from '../conversation/replay/given.js';
import type { Era, Missing } from '../conversation/replay/replay.js';
import type { TurnsDeps } from '../conversation/turns.js';
import { shelfIn } from '../profiles/kyp.js';
import { rowsFrom } from '../retrieval/archive.js';
import { buildIndex } from '../retrieval/knowledge-index.js';
import type { Store } from '../store/store.js';
import type { State } from '../store/version-archive.js';
import { stateAt } from '../store/version-archive.js';
import type { VersionKind } from '../store/version-rows.js';
import { VERSION_KINDS } from '../store/version-rows.js';
import type { Institution } from '../terms/institution.js';
import { loadWordings } from '../wording/prompts.js';
import { createBrain } from './brain.js';
import { guardModelAt, loadGuardModel } from './guard-model.js';
import { knowledgeVectors } from './knowledge-vectors.js';
import { laidOut } from './laid-out.js';
import { learn } from './learned.js';
import type { Parts } from './parts.js';
import { loadQuestionnaires } from './questionnaire.js';
import { SHIPPED_ROOT, programVersion, releaseFiles } from './release-files.js';
import { voiceOf } from './turn-deps.js';

/** Places in the version log, by kind, and the program that spoke. */
type Places = Readonly<Record<VersionKind, number>>;

export interface EraDeps extends Pick<
  Parts,
  'store' | 'config' | 'learned' | 'knowledge' | 'archive'
> {
  readonly turns: TurnsDeps;
}

/** Eras that are kept ready: a reviewer goes through one conversation, which has one or two. */
const KEPT = 3;

/** 当日的版本: puts together what spoke on a day, from the archive; what is as it was is not made twice. */
export function eras(deps: EraDeps): (versions: Versions) => Promise<Era> {
  const kept = new Map<string, Promise<Era>>();
  return async (versions) => {
    const then = placesIn(versions);
    const places = then ?? placesIn({ archive: await deps.archive.places() });
    if (places === null) throw new Error('the archive has no places');
    const clock = versions.clock ?? 0;
    const key = JSON.stringify([places, versions.model ?? null]);
    const known = kept.get(key) ?? openEra(deps, places, versions);
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

async function openEra(deps: EraDeps, places: Places, versions: Versions): Promise<Era> {
  const { store, config } = deps;
  const modelDir = join(config.dataDir, 'models');
  const root = await rootThen(deps, places);
  const isReleaseNow = root.release === SHIPPED_ROOT;
  const learned = isReleaseNow ? deps.learned : learn(modelDir, root.release);
  const institution = await institutionThen(store, places);
  const index = await indexThen(deps, places, linesOf(learned.catalogue, 'out_of_scope'));
  const { products, hidden } = shelfIn([
    ...(await stateAt(store, 'product', places.product)).values(),
  ]);
  const agent: Agent = await createBrain({
    knowledge: { index: () => index },
    shelf: { public: async () => products, private: async () => hidden },
    learned,
    wordings: loadWordings(join(root.house, 'prompts')),
    institution,
    model: null,
    turnTimeoutMs: config.turnTimeoutMs,
    now: () => versions.clock ?? 0,
    onFallback: () => undefined,
  });
  const questionnaires = loadQuestionnaires(join(root.house, 'knowledge', 'questionnaires'));
  return {
    deps: {
      ...deps.turns,
      ...voiceOf(institution, learned.otherHouses),
      agent: {
        ...agent,
        versions: () => ({ ...agent.versions(), model: versions.model ?? 'embedded' }),
      },
      questionnaires,
      learned: isReleaseNow ? loadGuardModel(modelDir) : guardModelAt(root.release, modelDir),
      knowledgeVersion: () => index.hash.slice(0, 16),
      onWorking: () => undefined,
    },
    questionnaires,
    missing: [],
  };
}

async function institutionThen(store: Store, places: Places): Promise<Institution> {
  const state = await stateAt(store, 'institution', places.institution);
  return JSON.parse(state.get('institution') ?? 'null') as Institution;
}

async function indexThen(
  { store, config, knowledge }: EraDeps,
  { document }: Places,
  foreign: readonly string[],
) {
  if (document === knowledge.place()) return knowledge.index();
  const rows = rowsFrom(await stateAt(store, 'document', document));
  return buildIndex(rows, {
    foreign,
    vectors: knowledgeVectors(rows, join(config.dataDir, 'models')),
  });
}

/** Folders with the files of a day: as they shipped, and with what the house had put in their place. */
async function rootThen(
  { store, config }: EraDeps,
  places: Places,
): Promise<{ readonly release: string; readonly house: string }> {
  const shipped = await stateAt(store, 'file', places.file);
  const changed = await stateAt(store, 'house_file', places.house_file);
  const release = isSame(shipped, releaseFiles()) ? SHIPPED_ROOT : laidOut(config.dataDir, shipped);
  const house =
    changed.size === 0 ? release : laidOut(config.dataDir, new Map([...shipped, ...changed]));
  return { release, house };
}

const isSame = (one: State, other: State): boolean =>
  one.size === other.size && [...one].every(([name, text]) => other.get(name) === text);
