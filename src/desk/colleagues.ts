import { z } from 'zod';
import { Problem } from '../access/problem.js';
import type { Candidate, Request } from '../advice/routing/candidate.js';
import type { FilteredOut } from '../advice/routing/filters.js';
import { suitedWords } from '../advice/routing/reasons.js';
import { route } from '../advice/routing/route.js';
import type { QueueDeps } from '../conversation/handoff/queue.js';
import { candidatesFor, floorOf } from '../conversation/handoff/queue.js';
import { handoffAt } from '../conversation/handoff/projection.js';
import { requestFor } from '../conversation/handoff/request.js';
import { findConversation } from '../conversation/queries/conversation.js';
import { LICENCES } from '../advice/suitability/seller.js';
import type { Instant } from '../terms/time.js';

/** 转交给谁: everybody who serves customers, as they stand to one conversation. */

export const ColleagueShown = z
  .object({
    id: z.string(),
    name: z.string(),
    licences: z.array(z.enum(LICENCES)),
    productGrade: z.int().nullable(),
    languages: z.array(z.string()),
    domains: z.array(z.string()),
    isHere: z.boolean().describe('signed in and not on a break'),
    load: z.int().describe('conversations in hand'),
    capacity: z.int(),
    suits: z.number().nullable().describe('0 … 1; null: cannot take it now'),
    why: z.string().describe('what speaks for them, or what stands against them'),
  })
  .meta({ id: 'DeskColleague' });

export type ColleagueShown = z.input<typeof ColleagueShown>;

/** What a conversation asks of whoever takes it, with everybody as they stand to it. */
export async function wantedBy(
  deps: QueueDeps,
  conversation: string,
  now: Instant,
): Promise<{ readonly request: Request; readonly candidates: readonly Candidate[] }> {
  const row = await findConversation(deps.store, conversation);
  if (!row) throw new Problem(404, '没有找到');
  const state = await handoffAt(deps.store, row);
  const reason = state.reason ?? 'asked';
  const asked = { conversation, customer: row.customer_id, reason, now };
  const { request } = await requestFor(deps.store, asked, deps.policy.elder.age);
  const candidates = await candidatesFor(deps.store, await floorOf(deps, now), asked, []);
  return { request, candidates };
}

/** The best suited first; then who cannot take it now, with why. `holder` already has it. */
export async function colleaguesFor(
  deps: QueueDeps,
  conversation: string,
  holder: string | null,
  now: Instant,
): Promise<readonly ColleagueShown[]> {
  const { request, candidates } = await wantedBy(deps, conversation, now);
  const others = candidates.filter(({ id }) => id !== holder);
  const { ranking, filtered } = route(request, others, deps.house, deps.policy);
  const suited = ranking.flatMap(({ employee, total }) => {
    const found = others.find(({ id }) => id === employee);
    return found ? [shown(found, total, suitedWords(found, request))] : [];
  });
  const hindered = filtered.filter(isOfTheDesk).flatMap(({ employee, words }) => {
    const found = others.find(({ id }) => id === employee);
    return found ? [shown(found, null, words)] : [];
  });
  return [...suited, ...hindered];
}

/** Whoever never serves customers is nobody to choose from. */
const isOfTheDesk = ({ rule }: FilteredOut): boolean => rule !== 'role';

const shown = (one: Candidate, suits: number | null, why: string): ColleagueShown => ({
  id: one.id,
  name: one.name,
  licences: [...one.licences],
  productGrade: one.productGrade,
  languages: [...one.languages],
  domains: [...one.domains],
  isHere: one.isReady,
  load: one.load,
  capacity: one.capacity,
  suits,
  why,
});
