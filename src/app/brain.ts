import { createAgent } from '../agent/agent.js';
import { searchCard, searchGeneral } from '../agent/tools/search-knowledge.js';
import { withFiles } from '../agent/understand/with-files.js';
import { withDesk } from '../agent/understand/at-the-desk.js';
import type { EmbeddedDeps } from '../agent/understand/embedded.js';
import { understandEmbedded } from '../agent/understand/embedded.js';
import type { ModelSettings } from '../config.js';
import type { Agent } from '../conversation/agent.js';
import type { KnowledgeBase } from './knowledge-base.js';
import type { Learned } from './learned.js';
import { privateProducts, publicProducts } from '../profiles/kyp.js';
import { SUPPORT_THRESHOLD } from '../retrieval/support.js';
import type { Store } from '../store/store.js';
import type { Institution } from '../terms/institution.js';
import type { Product } from '../terms/product.js';
import type { Instant } from '../terms/time.js';
import type { Wordings } from '../wording/prompts.js';

export interface BrainDeps {
  readonly knowledge: Pick<KnowledgeBase, 'index'>;
  readonly shelf: Shelf;
  readonly learned: Pick<Learned, 'catalogue' | 'classifier' | 'otherHouses' | 'calendar'>;
  readonly wordings: Wordings;
  readonly institution: Institution;
  readonly model: ModelSettings | null;
  readonly turnTimeoutMs: number;
  readonly now: () => Instant;
  readonly onFallback: (reason: string) => void;
}

/** The products that may be spoken of. */
export interface Shelf {
  readonly public: () => Promise<readonly Product[]>;
  readonly private: () => Promise<readonly Product[]>;
}

export const shelfOf = (store: Store): Shelf => ({
  public: () => publicProducts(store),
  private: () => privateProducts(store),
});

/** So many neighbours of a question are looked at for what else it may have meant. */
const NEARBY = 6;

/** Puts the digital employee together: the embedded model always, an LLM in front of it if configured. */
export async function createBrain(deps: BrainDeps): Promise<Agent> {
  const { shelf, knowledge, wordings, institution } = deps;
  const { catalogue, classifier, otherHouses, calendar } = deps.learned;
  const lookUp: EmbeddedDeps['lookUp'] = (query, asOf) => {
    const { passages, support, features } = searchGeneral(knowledge.index(), query, asOf, 1);
    const [best] = passages;
    const { document = null, title = '' } = best?.passage ?? {};
    return { support, similarity: features?.similarity ?? 0, document, title };
  };
  const embedded = withDesk(
    { shelf: shelf.public, lookUp },
    understandEmbedded({
      catalogue,
      classifier,
      shelf: shelf.public,
      privateShelf: shelf.private,
      lookUp,
      nearby: (query, asOf) => {
        const { passages } = searchGeneral(knowledge.index(), query, asOf, NEARBY);
        const best = passages[0]?.score ?? 0;
        return passages.flatMap(({ passage: { kind, document, title, text }, score }) =>
          kind === 'faq' ? [{ document, title, text, behind: best - score }] : [],
        );
      },
      covers: (document, words) => knowledge.index().covers(document, words),
      further: (entry, query, asOf) => knowledge.index().further(entry, query, asOf)?.like ?? 0,
      asksForPart: (entry, query, asOf) => knowledge.index().partAsked(entry, query, asOf) !== null,
      cardSupport: (product, query, asOf) =>
        searchCard(knowledge.index(), product, query, asOf).support,
      otherHouses,
      supportThreshold: SUPPORT_THRESHOLD,
    }),
  );
  return createAgent({
    wordings,
    institution: institution.name,
    assistant: institution.assistant.name,
    starters: institution.starters,
    house: { hours: institution.hours, holidays: calendar },
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
