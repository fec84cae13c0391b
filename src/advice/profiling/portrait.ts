import type { JsonObject } from '../../terms/json.js';
import type { RiskTolerance } from '../../terms/risk.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import type { RevealedRisk, RiskPosition } from './revealed-risk.js';
import { revealedRisk } from './revealed-risk.js';
import { expiresOn, isExpired } from './validity.js';

/** Where something about a customer is known from; what has no source is not in a portrait. */
export type PortraitSource =
  | { readonly kind: 'master' }
  | { readonly kind: 'questionnaire'; readonly id: string; readonly version: string }
  | { readonly kind: 'conversation'; readonly message: string }
  | { readonly kind: 'holdings'; readonly asOf: LocalDate }
  | { readonly kind: 'rule'; readonly id: string };

export interface PortraitFacts {
  readonly age: number | null;
  readonly investorClass: string;
  readonly tolerance: RiskTolerance | null;
  readonly assessedOn: LocalDate | null;
  readonly lowestCategory: boolean;
  readonly personalization: boolean;
}

export interface PortraitHolding extends RiskPosition {
  readonly product: string;
  readonly asOf: LocalDate;
}

export interface PortraitNeed {
  readonly need: JsonObject;
  readonly statedAt: Instant;
  readonly source: PortraitSource;
}

export interface Tag {
  readonly id:
    'never_assessed' | 'assessment_expired' | 'lowest_category' | 'holds_above_class' | 'older';
  readonly source: PortraitSource;
}

/** 客户画像: facts, holdings, needs and tags, each with its source (portraits.md). */
export interface Portrait {
  readonly facts: PortraitFacts;
  readonly holdings: readonly PortraitHolding[];
  readonly needs: readonly PortraitNeed[];
  readonly tags: readonly Tag[];
  /** The first day on which the assessment no longer counts; null: never assessed. */
  readonly expires: LocalDate | null;
  readonly isAssessed: boolean;
  readonly revealed: RevealedRisk | null;
}

/** 65: from here the sale of high-risk products asks for more care (金融机构产品适当性管理办法 art. 18 [T2]). */
const OLDER = 65;

export function portraitOf(
  facts: PortraitFacts,
  holdings: readonly PortraitHolding[],
  needs: readonly PortraitNeed[],
  today: LocalDate,
): Portrait {
  const { tolerance, assessedOn } = facts;
  const isAssessed = tolerance !== null && assessedOn !== null && !isExpired(assessedOn, today);
  const revealed = revealedRisk(holdings, tolerance);
  return {
    facts,
    holdings,
    needs,
    tags: tagsOf(facts, holdings, revealed, isAssessed),
    expires: assessedOn === null ? null : expiresOn(assessedOn),
    isAssessed,
    revealed,
  };
}

function tagsOf(
  { age, tolerance, assessedOn, lowestCategory }: PortraitFacts,
  holdings: readonly PortraitHolding[],
  revealed: RevealedRisk | null,
  isAssessed: boolean,
): readonly Tag[] {
  const master: PortraitSource = { kind: 'master' };
  const isKnown = tolerance !== null && assessedOn !== null;
  const asOf = holdings.map((one) => one.asOf).sort()[0];
  return [
    ...(isKnown ? [] : [{ id: 'never_assessed', source: master } as const]),
    ...(isKnown && !isAssessed ? [{ id: 'assessment_expired', source: master } as const] : []),
    ...(lowestCategory ? [{ id: 'lowest_category', source: master } as const] : []),
    ...(age !== null && age >= OLDER ? [{ id: 'older', source: master } as const] : []),
    ...(revealed?.against === 'bolder' && asOf !== undefined
      ? [{ id: 'holds_above_class', source: { kind: 'holdings', asOf } } as const]
      : []),
  ];
}
