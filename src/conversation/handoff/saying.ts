import type { Verdict } from '../../advice/suitability/verdict.js';
import type { Guarded } from '../../compliance/guard.js';
import { guard } from '../../compliance/guard.js';
import { publicProducts } from '../../profiles/kyp.js';
import type { Finding } from '../../terms/finding.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import type { Draft } from '../../terms/statement.js';
import { licenceWords } from '../../wording/licences.js';
import { readUtterances } from '../queries/stream.js';
import type { SpeakDeps } from '../speak.js';
import type { Gate } from '../gate.js';
import type { DraftOffered, DraftUse, Person } from './events.js';
import type { HandoffState } from './evolve.js';
import type { Acted, HandoffDeps } from './record.js';
import { act } from './record.js';
import { editDistance } from '../../language/edit-distance.js';

/** 顾问发言: an advisor's own words, held to the same rules as the digital employee's. */

export interface SayingDeps
  extends HandoffDeps, Pick<SpeakDeps, 'allowedHosts' | 'learned' | 'houseWords'> {}

/** Something looked up beside the conversation, whose figures and words the advisor passes on. */
export type Source = Pick<Draft, 'citations' | 'facts'>;

export interface Words {
  readonly text: string;
  /** Why it is sent although something is softly objected to; null: nothing was given. */
  readonly reason: string | null;
  readonly sources?: readonly Source[];
}

export type Objected = {
  readonly kind: 'objected';
  /** `block`: it cannot be sent. `rewrite`: only with a reason. */
  readonly verdict: 'rewrite' | 'block';
  readonly findings: readonly Finding[];
};
export type Said = Acted | Objected;

/** What was said before may be repeated; older words are another talk. */
const REMEMBERED = 40;

/** What the words come with: a draft they were made from, a card, and who says them. */
export interface Spoken {
  readonly draft: Draft | null;
  readonly label: string;
  /** What the gate says of the product on the card; absent: there is no card. */
  readonly suitability?: Pick<Verdict, 'verdict'>;
}

/** 发送前检查: what the guard says of words before they are sent; the same at sending. */
export async function checkWords(
  deps: SayingDeps,
  conversation: string | null,
  { text, reason, sources = [] }: Words,
  { draft, label, suitability }: Spoken = unsigned,
): Promise<Guarded> {
  const { store, allowedHosts, learned, houseWords } = deps;
  const stretch = { after: 0, before: Number.MAX_SAFE_INTEGER, limit: REMEMBERED };
  const said = conversation === null ? [] : await readUtterances(store, conversation, stretch);
  const shelf = await publicProducts(store);
  const named = shelf.filter(({ name, code }) => text.includes(name) || text.includes(code));
  const [only] = named;
  const context = {
    speaker: 'advisor' as const,
    said: [...houseWords, ...said.map((one) => one.text), ...named.map(({ name }) => name)],
    allowedHosts,
    ...(learned && { learned }),
    ...(suitability && { suitability }),
    ...(only &&
      named.length === 1 && {
        product: { regime: only.regime, type: only.type, riskLevel: effectiveRiskLevel(only) },
      }),
  };
  const base = draft ?? nothingDrafted;
  const whole = {
    ...base,
    text,
    citations: [...base.citations, ...sources.flatMap(({ citations }) => citations)],
    facts: [...base.facts, ...sources.flatMap(({ facts }) => facts)],
  };
  return guard(whole, context, label, reason);
}

/** While they are typed: with the draft they were made from, as they would be sent. */
export function checkBeforeSaying(
  deps: SayingDeps,
  id: string,
  words: Words,
  state: HandoffState,
): Promise<Guarded> {
  return checkWords(deps, id, words, { draft: draftUsed(words.text, state), label: '' });
}

/** Only looked at: nobody has said it yet. */
const unsigned: Spoken = { draft: null, label: '' };

const nothingDrafted: Omit<Draft, 'text'> = {
  citations: [],
  facts: [],
  cards: [],
  suggestions: [],
  wording: [],
  model: 'advisor',
};

/** Sends an advisor's words, or keeps on record what they may not say. */
export async function say(
  deps: SayingDeps,
  id: string,
  by: Person,
  words: Words,
  state: HandoffState,
): Promise<Said> {
  const spoken = { draft: draftUsed(words.text, state), label: labelOf(by) };
  const guarded = await checkWords(deps, id, words, spoken);
  const use = state.draft?.draft ? useOf(state.draft, words.text) : null;
  return record(deps, id, { by, words, guarded, draft: use });
}

/** What passed is said; what did not is kept, and nobody hears it. */
export async function record(
  deps: SayingDeps,
  id: string,
  made: {
    readonly by: Person;
    readonly words: Words;
    readonly guarded: Guarded;
    readonly draft: DraftUse | null;
    readonly gate?: Gate;
  },
): Promise<Said> {
  const { by, words, guarded, draft, gate } = made;
  const { findings } = guarded;
  if (guarded.verdict !== 'pass') {
    const { verdict } = guarded;
    const stopped = await act(deps, id, { do: 'stop', by, text: words.text, findings });
    return stopped.kind === 'acted' ? { kind: 'objected', verdict, findings } : stopped;
  }
  const reason = findings.length > 0 ? words.reason : null;
  const { statement } = guarded;
  const said = { by, statement, findings, reason, draft };
  return act(deps, id, { do: 'say', ...said, ...(gate && { gate }) });
}

/** 身份: stands under every word of theirs, on every channel. */
export const labelOf = ({ name, licences }: Person): string =>
  [name, '真人顾问', licenceWords(licences)].filter(Boolean).join(' · ');

/** The draft in every tone it was offered in; the draft itself has none. */
const variantsOf = ({ draft, tones = [] }: DraftOffered) => [
  ...(draft ? [{ tone: null, draft }] : []),
  ...tones,
];

/** A draft's sources and cards go out with words that still cite it, or are its own. */
function draftUsed(text: string, { draft: offered }: HandoffState): Draft | null {
  if (!offered?.draft) return null;
  const own = variantsOf(offered).find(({ draft }) => plain(draft.text) === plain(text));
  const cites = offered.draft.citations.length > 0 && /\[\d+\]/.test(text);
  const used = own?.draft ?? (cites ? offered.draft : null);
  return used && withoutPlans(used);
}

/** A field for words knows no bold. */
const plain = (text: string): string => text.replaceAll('**', '').trim();

/** A plan goes to the customer by its own way, once it is signed. */
const withoutPlans = (draft: Draft): Draft => ({
  ...draft,
  cards: draft.cards.filter(({ kind }) => kind !== 'plan'),
  suggestions: [],
});

/** How far the words are from the tone of the draft they are nearest to. */
function useOf(offered: DraftOffered, text: string): DraftUse {
  const said = plain(text);
  const [nearest] = variantsOf(offered)
    .map(({ tone, draft }) => ({ tone, distance: editDistance(plain(draft.text), said) }))
    .sort((a, b) => a.distance - b.distance);
  return { turn: offered.turn, distance: nearest!.distance, tone: nearest!.tone };
}
