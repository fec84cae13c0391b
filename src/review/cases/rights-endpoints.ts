import { z } from 'zod';
import type { Endpoint } from '../../access/api/endpoint.js';
import { endpoint } from '../../access/api/endpoint.js';
import { Problem } from '../../access/problem.js';
import { valuePositions } from '../../advice/lifecycle/positions.js';
import { TAG_IDS, TAG_RULES } from '../../compliance/profiling-tags.js';
import { readProposal } from '../../conversation/proposal/record.js';
import { proposalRows } from '../../conversation/queries/proposal.js';
import { judgedPortrait } from '../../profiles/judged-portrait.js';
import { findCustomer } from '../../profiles/kyc.js';
import { readPortfolio } from '../../profiles/portfolio.js';
import { customerId } from '../../terms/ids.js';
import { toIso, toLocalDate } from '../../terms/time.js';
import { accessCopy } from './access-copy.js';
import type { CaseDoorDeps } from './acting.js';
import { doneTo, foundCase } from './acting.js';
import { caseEndpoints, verbOf } from './case-endpoints.js';
import { IdentityBody, Place, TagsBody } from './case-shapes.js';
import { explain } from './explanation.js';

const DESK = 'rights';
const MOST_PROPOSALS = 10;

const TagsShown = z.object({
  tags: z.array(
    z.object({
      id: z.enum(TAG_IDS),
      name: z.string(),
      source: z.string().describe('where it is known from'),
      kept: z
        .object({ why: z.string(), basis: z.string(), evidence: z.string() })
        .nullable()
        .describe('null: it only serves to choose, and may be deleted'),
    }),
  ),
});

const Lines = z.array(z.string());
const Explained = z.object({
  proposal: z.string(),
  drafted: z.string(),
  inputs: Lines,
  versions: z.record(z.string(), z.string()),
  reasons: Lines,
  mix: Lines,
  products: z.array(z.object({ name: z.string(), reasons: Lines })),
  excluded: z.array(z.object({ name: z.string(), rule: z.string() })),
  cautions: Lines,
  person: z.string(),
  words: z.string().describe('as the customer may be told'),
});

/** 权利请求办理: copies, explanations, tags; what is erased is decided by two people elsewhere. */
export function rightsEndpoints(deps: CaseDoorDeps): readonly Endpoint[] {
  const verb = verbOf(deps, DESK, 'rights.handle');
  return [
    ...caseEndpoints(deps, DESK),
    verb('identity', 'How it was made sure who asks', IdentityBody, (by, body) => ({
      do: 'identify',
      by,
      ...body,
    })),
    verb('tag-deletion', 'Delete tags; what the law wants kept stays', TagsBody, (by, body) => ({
      do: 'delete_tags',
      by,
      ...body,
    })),
    endpoint({
      method: 'post',
      path: '/review/rights/{id}/copy',
      tag: DESK,
      summary: 'A copy of all that is on file, to be handed to the customer; goes on record first',
      needs: 'rights.handle',
      params: Place,
      secretAnswer: true,
      refusals: [409],
      run: async ({ caller, params, res }) => {
        const { row } = await foundCase(deps, DESK, params.id);
        const copy = row.customer_id && (await accessCopy(deps, row.customer_id, deps.now()));
        if (!copy) throw new Problem(404, '没有这位客户的资料');
        const { zip, sha256, counts } = copy;
        const made = { do: 'copy', by: caller.id, sha256, bytes: zip.length, counts } as const;
        await doneTo(deps, DESK, { caller, id: params.id }, made);
        res
          .type('application/zip')
          .set('Content-Disposition', `attachment; filename="copy-${row.id}.zip"`)
          .end(zip);
      },
    }),
    endpoint({
      method: 'get',
      path: '/review/rights/{id}/tags',
      tag: DESK,
      summary: 'What is said of the customer by rules, where from, and what may be deleted',
      needs: 'rights.read',
      params: Place,
      background: true,
      answer: TagsShown,
      run: async ({ params }) =>
        tagsOf(deps, (await foundCase(deps, DESK, params.id)).row.customer_id),
    }),
    endpoint({
      method: 'get',
      path: '/review/rights/{id}/explanations',
      tag: DESK,
      summary: 'How plans came about, out of the record of their drafting',
      needs: 'rights.read',
      params: Place,
      background: true,
      answer: z.object({ explanations: z.array(Explained) }),
      run: async ({ params }) => {
        const { row } = await foundCase(deps, DESK, params.id);
        const customer = row.customer_id;
        const rows =
          customer === null
            ? []
            : await proposalRows(deps.store, { stage: null, customer }, MOST_PROPOSALS);
        const proposals = await Promise.all(rows.map(({ id }) => readProposal(deps.store, id)));
        return { explanations: proposals.flatMap((one) => (one ? [explainedOf(one)] : [])) };
      },
    }),
  ];
}

function explainedOf(proposal: NonNullable<Awaited<ReturnType<typeof readProposal>>>) {
  const told = explain(proposal.state);
  return {
    ...told,
    proposal: proposal.id,
    drafted: toIso(Number(proposal.row.drafted_at)),
    inputs: [...told.inputs],
    versions: { ...told.versions },
    reasons: [...told.reasons],
    mix: [...told.mix],
    products: told.products.map(({ name, reasons }) => ({ name, reasons: [...reasons] })),
    excluded: [...told.excluded],
    cautions: [...told.cautions],
  };
}

async function tagsOf(
  { store, now }: CaseDoorDeps,
  customer: string | null,
): Promise<z.input<typeof TagsShown>> {
  const profile = customer === null ? null : await findCustomer(store, customer);
  if (!profile) return { tags: [] };
  const today = toLocalDate(now());
  const { record } = await readPortfolio(store, customerId(profile.id));
  const { tags } = await judgedPortrait(store, profile, valuePositions(record, today), today);
  return {
    tags: tags.map(({ id, source }) => ({ id, source: source.kind, ...TAG_RULES[id] })),
  };
}
