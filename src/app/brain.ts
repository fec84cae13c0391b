import { createAgent } from '../agent/agent.js';
import { searchCard, searchGeneral } from '../agent/tools/search-knowledge.js';
import { withFiles } from '../agent/understand/with-files.js';
import { understandEmbedded } from '../agent/understand/embedded.js';
import type { IntentCatalogue } from '../agent/understand/intents.js';
import type { ModelSettings } from '../config.js';
import type { Agent } from '../conversation/agent.js';
import type { KnowledgeBase } from './knowledge-base.js';
import { openRouter } from './router.js';
import { shippedLessons } from './shipped-lessons.js';
import { privateProducts, publicProducts } from '../profiles/kyp.js';
import { SUPPORT_THRESHOLD } from '../retrieval/support.js';
import type { Store } from '../store/store.js';
import type { Institution } from '../terms/institution.js';
import type { Instant } from '../terms/time.js';
import type { Wordings } from '../wording/prompts.js';

export interface BrainDeps {
  readonly store: Store;
  readonly knowledge: KnowledgeBase;
  readonly catalogue: IntentCatalogue;
  readonly wordings: Wordings;
  /** Names of houses and products that are not ours. */
  readonly otherHouses: RegExp;
  readonly institution: Institution;
  readonly model: ModelSettings | null;
  /** Where a trained router is kept; always rebuildable. */
  readonly modelDir: string;
  readonly turnTimeoutMs: number;
  readonly now: () => Instant;
  readonly onFallback: (reason: string) => void;
}

/** So many neighbours of a question are looked at for what else it may have meant. */
const NEARBY = 6;

/** Puts the digital employee together: the embedded model always, an LLM in front of it if configured. */
export async function createBrain(deps: BrainDeps): Promise<Agent> {
  const { store, knowledge, catalogue, wordings, institution } = deps;
  const embedded = understandEmbedded({
    catalogue,
    classifier: openRouter(shippedLessons(catalogue), deps.modelDir),
    shelf: () => publicProducts(store),
    privateShelf: () => privateProducts(store),
    lookUp: (query, asOf) => {
      const { passages, support } = searchGeneral(knowledge.index(), query, asOf, 1);
      return { support, document: passages[0]?.passage.document ?? null };
    },
    nearby: (query, asOf) =>
      searchGeneral(knowledge.index(), query, asOf, NEARBY).passages.flatMap(({ passage }) =>
        passage.kind === 'faq' ? [passage.title] : [],
      ),
    cardSupport: (product, query, asOf) =>
      searchCard(knowledge.index(), product, query, asOf).support,
    otherHouses: deps.otherHouses,
    supportThreshold: SUPPORT_THRESHOLD,
  });
  return createAgent({
    wordings,
    institution: institution.name,
    assistant: institution.assistant.name,
    starters: institution.starters,
    hours: institution.hours,
    hoursText: institution.hours.text,
    understand: withFiles(await understandingOf(deps, embedded)),
    versions: { intents: catalogue.version, model: deps.model?.model ?? 'embedded' },
  });
}

/** The language model's library takes half a second to load, which only a house that has one pays. */
async function understandingOf(
  deps: BrainDeps,
  embedded: Agent['understand'],
): Promise<Agent['understand']> {
  if (!deps.model) return embedded;
  const { withLanguageModel } = await import('./language-model.js');
  return withLanguageModel({ ...deps, settings: deps.model }, embedded);
}
