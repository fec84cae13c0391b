import type { z } from 'zod';
import type { Position } from '../../terms/portfolio.js';
import { customerStage } from '../../advice/lifecycle/customer-stage.js';
import { valuePositions } from '../../advice/lifecycle/positions.js';
import { CONCENTRATION_LIMIT } from '../../advice/lifecycle/review.js';
import { withheldFrom } from '../../advice/matching/standing.js';
import type { Tag } from '../../advice/profiling/portrait.js';
import { standings } from '../../conversation/moments/standing.js';
import { proposalRows } from '../../conversation/queries/proposal.js';
import { investorOf } from '../../profiles/gated.js';
import { judgedPortrait } from '../../profiles/judged-portrait.js';
import type { CustomerProfile } from '../../profiles/kyc.js';
import { ageOn, findCustomer } from '../../profiles/kyc.js';
import type { CustomerPortfolio } from '../../profiles/portfolio.js';
import { readPortfolio } from '../../profiles/portfolio.js';
import type { Store } from '../../store/store.js';
import { customerId } from '../../terms/ids.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import { toIso, toLocalDate } from '../../terms/time.js';
import { masked } from '../queue-lines.js';
import { latestAssessed } from './assessed.js';
import type { Contact, PortraitShown } from './portrait-shapes.js';
import { householdEvents } from './queries.js';

type Shown = z.input<typeof PortraitShown>;

const MOST_PROPOSALS = 5;

/** Null: not on file. */
export async function portraitOf(store: Store, id: string, now: Instant): Promise<Shown | null> {
  const profile = await findCustomer(store, id);
  if (!profile) return null;
  const today = toLocalDate(now);
  const [portfolio, proposals, assessed, told, contact] = await Promise.all([
    readPortfolio(store, customerId(id)),
    proposalRows(store, { stage: null, customer: id }, MOST_PROPOSALS),
    latestAssessed(store, id),
    householdEvents(store, id),
    contactOf(store, id, now),
  ]);
  const positions = valuePositions(portfolio.record, today);
  const { tags, expires } = await judgedPortrait(store, profile, positions, today);
  const value = sum(positions.map((one) => one.value));
  return {
    ...masterOf(profile, today),
    // A class that was set elsewhere since has sides nobody told us.
    assessed: assessed?.day === profile.assessedOn ? assessed : null,
    expires,
    tags: tags.map(tagShown),
    stage: stageOf(portfolio, value, today),
    household: {
      income: profile.householdIncome,
      spending: profile.monthlySpending,
      liquid: profile.liquidAssets,
      events: told.map(({ kind, at }) => ({ kind, day: toLocalDate(Number(at)) })),
    },
    contact,
    asOf: positions[0]?.pricedOn ?? today,
    value,
    profit: sum(positions.map(({ profit }) => profit ?? 0)),
    positions: positions.map(positionShown),
    proposals: proposals.map(({ id: proposal, stage, drafted_at }) => ({
      id: proposal,
      stage,
      drafted: toIso(drafted_at),
    })),
  };
}

function masterOf(profile: CustomerProfile, today: LocalDate) {
  const { id, tolerance, assessedOn, investorClass, lowestCategory } = profile;
  return {
    id,
    name: masked(profile.name),
    age: ageOn(profile.born, today),
    tolerance,
    assessedOn,
    withheld: withheldFrom(investorOf(profile, today), ANY_NEED, today),
    investorClass,
    capacity: profile.capacity ?? null,
    lowestCategory,
  };
}

/** Whether there is a need is not asked here. */
const ANY_NEED = {
  amount: 1,
  months: null,
  maxLoss: null,
  liquidity: 'none',
} as const;

const tagShown = ({ id, source }: Tag): Shown['tags'][number] => ({
  id,
  source: { kind: source.kind, asOf: 'asOf' in source ? source.asOf : null },
});

const positionShown = (one: Position): Shown['positions'][number] => ({
  code: one.product,
  name: one.name,
  assetClass: one.class,
  riskLevel: one.riskLevel,
  value: one.value,
  profit: one.profit,
  share: one.share,
  concentrated: one.share > CONCENTRATION_LIMIT,
  pricedOn: one.pricedOn,
});

function stageOf({ trades }: CustomerPortfolio, value: number, today: LocalDate): Shown['stage'] {
  const days = trades.map(({ day }) => day).sort();
  const [first = null, last = null] = [days[0], days.at(-1)];
  return { id: customerStage({ value, first, last }, today), first, last };
}

async function contactOf(store: Store, id: string, now: Instant): Promise<z.input<typeof Contact>> {
  const { wishes, lastMarketing, touches } = await (await standings(store, [id], now))(id);
  return {
    doNotContact: wishes.doNotContact,
    marketing: wishes.acceptsMarketing,
    personalization: wishes.personalization,
    businesses: [...wishes.businesses],
    lastMarketing: lastMarketing === null ? null : toIso(Number(lastMarketing)),
    touches,
  };
}

const sum = (parts: readonly number[]): number =>
  Math.round(parts.reduce((total, part) => total + part, 0) * 100) / 100;
