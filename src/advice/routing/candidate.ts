import type { Product } from '../../terms/product.js';
import type { Instant } from '../../terms/time.js';
import type { Seller } from '../suitability/seller.js';
import type { WaitingReason } from './policy.js';
import type { WorkingHours } from './working-hours.js';

/** 员工画像 (KYE): what the house knows of somebody who may serve customers. */
export interface Employee extends Seller {
  readonly name: string;
  readonly role: string;
  /** Subjects they are good at, as the house names them. */
  readonly domains: readonly string[];
  /** As in `LANGUAGES`; none named: Mandarin. */
  readonly languages: readonly string[];
  /** Conversations at once. */
  readonly capacity: number;
  /** Null: the institution's own. */
  readonly hours: WorkingHours | null;
}

/** An employee as things stand at this moment. */
export interface Candidate extends Employee {
  /** Signed in and not on a break. */
  readonly isReady: boolean;
  /** Conversations held now. */
  readonly load: number;
  /** Past conversations about such matters, and how many of them ended well. */
  readonly served: number;
  readonly endedWell: number;
  /** Days since they first served this customer; null: never. */
  readonly tenureDays: number | null;
}

/** One conversation that waits for a person. */
export interface Request {
  readonly conversation: string;
  readonly reason: WaitingReason;
  readonly now: Instant;
  /** Products it is about: whoever serves must be allowed to speak about each. */
  readonly products: readonly Pick<
    Product,
    'name' | 'regime' | 'type' | 'riskLevel' | 'issuerRiskLevel'
  >[];
  /** Subjects it is about. */
  readonly domains: readonly string[];
  readonly language: string;
  /** The customer's own advisor (客户经理); null: none. */
  readonly manager: string | null;
  /** Who must not serve this customer, and why. */
  readonly conflicts: readonly Conflict[];
}

export const CONFLICT_KINDS = ['relative', 'own_account', 'complained_about', 'declared'] as const;
export type ConflictKind = (typeof CONFLICT_KINDS)[number];

export interface Conflict {
  readonly employee: string;
  readonly kind: ConflictKind;
}
