import type { z } from 'zod';
import type { Grounds } from '../../conversation/proposal/decide.js';
import type { Proposal } from '../../conversation/proposal/record.js';
import type { Signature, SigningDeps } from '../../conversation/proposal/signing.js';
import { groundsOf, judgeSignature } from '../../conversation/proposal/signing.js';
import { hindranceOf } from './hindrances.js';
import type { Judged } from './shapes.js';

/** An approval before its reason is written, which is asked for last: only what else stands against it counts. */
export const approvalBy = (by: string): Signature => ({ do: 'approve', by, reason: '待写' });

/** What a signature stands on today and what stands against it; null: customer or employee are gone. */
export async function judgedOn(
  deps: SigningDeps,
  proposal: Proposal,
  signature: Signature,
): Promise<z.input<typeof Judged> | null> {
  const at = deps.now();
  const grounds = await groundsOf(deps, proposal, signature, at);
  if (typeof grounds === 'string') return null;
  const judged = await judgeSignature(deps, proposal, signature, at);
  return {
    hindrances: judged.kind === 'signable' ? [] : [hindranceOf(judged)],
    ...groundsShown(grounds),
  };
}

const groundsShown = ({ signer, products, fourEyes, ruleVersion }: Grounds) => ({
  products: products.map(({ code, name, verdict }) => ({
    code,
    name,
    verdict: verdict?.verdict ?? null,
    row: verdict?.row ?? null,
    duties: [...(verdict?.duties ?? [])],
  })),
  signer: {
    name: signer.name,
    licences: [...signer.licences],
    productGrade: signer.productGrade,
  },
  fourEyes: [...fourEyes],
  ruleVersion,
});
