import { z } from 'zod';
import { checkWords } from '../../conversation/handoff/saying.js';
import type { MomentTold } from '../../conversation/moments/telling.js';
import { findMoment } from '../../conversation/queries/moment.js';
import { editDistance } from '../../language/edit-distance.js';
import { findCustomer } from '../../profiles/kyc.js';
import type { MomentRow } from '../../store/schema.js';
import type { Draft } from '../../terms/statement.js';
import type { ActDeps } from '../acts.js';
import { momentSource } from '../copilot/moment-source.js';

/** 消息草稿: what an advisor might write to a customer because of a key moment; nobody has said it. */

export interface LetterDeps extends ActDeps {
  readonly composeLetter: (
    moment: Pick<MomentTold, 'number' | 'told'>,
    address: string | null,
  ) => Draft | null;
}

export const LetterShown = z
  .object({
    text: z.string().nullable().describe('null: there is nothing to draft, or it may not be said'),
    sources: z.array(z.string()).describe('to be sent along, so that figures have a birthplace'),
  })
  .meta({ id: 'MomentLetter' });

/** Held to the rules an advisor's own words are held to; what they object to is not offered. */
export async function letterFor(
  deps: LetterDeps,
  id: string,
): Promise<z.input<typeof LetterShown>> {
  const row = await findMoment(deps.store, id);
  const draft = row ? await drafted(deps, row) : null;
  if (!draft) return { text: null, sources: [] };
  const { text, facts } = draft;
  const words = { text, reason: null, sources: [{ citations: [], facts }] };
  const { verdict, findings } = await checkWords(deps, null, words);
  const isSayable = verdict === 'pass' && findings.length === 0;
  return isSayable ? { text, sources: [momentSource(id)] } : { text: null, sources: [] };
}

async function drafted(deps: LetterDeps, row: MomentRow): Promise<Draft | null> {
  const { told } = JSON.parse(row.body) as Pick<MomentTold, 'told'>;
  const customer = await findCustomer(deps.store, row.customer_id);
  return deps.composeLetter({ number: row.number, told }, customer?.address ?? null);
}

/** What became of the draft, as labelled data: the draft, and how far the words are from it. */
export async function useOfLetter(deps: LetterDeps, row: MomentRow, said: string) {
  const text = (await drafted(deps, row))?.text ?? null;
  return text === null ? null : { text, distance: editDistance(text, said.trim()) };
}
