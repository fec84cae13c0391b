import { join } from 'node:path';
import { linesOf } from '../agent/understand/intents.js';
import type { Agent } from '../conversation/agent.js';
import type { Versions } from '../conversation/replay/given.js';
import type { Era } from '../conversation/replay/replay.js';
import type { TurnsDeps } from '../conversation/turns.js';
import { shelfIn } from '../profiles/kyp.js';
import { rowsFrom } from '../retrieval/archive.js';
import { buildIndex } from '../retrieval/knowledge-index.js';
import type { Store } from '../store/store.js';
import type { Texts } from '../store/version-archive.js';
import { stateAt } from '../store/version-archive.js';
import type { VersionKind } from '../store/version-rows.js';
import type { Institution } from '../terms/institution.js';
import { loadWordings } from '../wording/prompts.js';
import { createBrain } from './brain.js';
import { fitAside } from './fit-aside.js';
import { guardModelAt, loadGuardModel } from './guard-model.js';
import { served } from './house-wordings.js';
import { knowledgeVectors } from './knowledge-vectors.js';
import { laidOut } from './laid-out.js';
import { learn } from './learned.js';
import type { Parts } from './parts.js';
import { loadQuestionnaires } from './questionnaire.js';
import { SHIPPED_ROOT, releaseFiles } from './release-files.js';
import { voiceOf } from './turn-deps.js';

/** Places in the version log, by kind. */
export type Places = Readonly<Record<VersionKind, number>>;

export interface EraDeps extends Pick<Parts, 'store' | 'config' | 'learned' | 'knowledge'> {
  readonly turns: TurnsDeps;
}

/** An era as it is kept: the clock and what is missing are each answer's own. */
export type Ready = Omit<Era, 'missing'>;

/** Makes what spoke at these places; what is as it was is not made twice. */
export async function openEra(deps: EraDeps, places: Places, versions: Versions): Promise<Ready> {
  const { store, config } = deps;
  const modelDir = join(config.dataDir, 'models');
  const root = await rootThen(deps, places);
  const isReleaseNow = root.release === SHIPPED_ROOT;
  if (!isReleaseNow) await fitAside({ of: 'release', root: root.release, folder: modelDir });
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
  const folder = join(config.dataDir, 'models');
  await fitAside({ of: 'knowledge', rows, folder });
  return buildIndex(rows, { foreign, vectors: knowledgeVectors(rows, folder) });
}

/** Folders with the files of a day: as they shipped, and with what the house had put in their place. */
async function rootThen(
  { store, config }: EraDeps,
  places: Places,
): Promise<{ readonly release: string; readonly house: string }> {
  const shipped = await stateAt(store, 'file', places.file);
  const changed = await stateAt(store, 'house_file', places.house_file);
  const release = isSame(shipped, releaseFiles())
    ? SHIPPED_ROOT
    : await laidOut(config.dataDir, shipped);
  if (changed.size === 0) return { release, house: release };
  return { release, house: await laidOut(config.dataDir, served(shipped, changed).files) };
}

const isSame = (one: Texts, other: Texts): boolean =>
  one.size === other.size && [...one].every(([name, text]) => other.get(name) === text);
