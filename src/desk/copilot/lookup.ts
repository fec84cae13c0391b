import { z } from 'zod';
import { Problem } from '../../access/problem.js';
import { comparisonParagraph } from '../../agent/compose/comparison.js';
import { extract } from '../../agent/compose/answer.js';
import { gradeSentence } from '../../agent/compose/product-lines.js';
import { masterPassage } from '../../agent/compose/product-source.js';
import { searchGeneral } from '../../agent/tools/search-knowledge.js';
import { emptyResult } from '../../conversation/agent.js';
import type { Source } from '../../conversation/handoff/saying.js';
import { findConversation } from '../../conversation/queries/conversation.js';
import { findProposal, proposalRows } from '../../conversation/queries/proposal.js';
import { employeeRecords } from '../../profiles/employee-record.js';
import { publicProducts } from '../../profiles/kyp.js';
import type { KnowledgeIndex } from '../../retrieval/knowledge-index.js';
import type { Store } from '../../store/store.js';
import { citationOf } from '../../terms/passage.js';
import type { Passage } from '../../terms/passage.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import type { Instant, LocalDate } from '../../terms/time.js';
import { toLocalDate } from '../../terms/time.js';
import type { CannedReplies } from '../../wording/canned-replies.js';
import { factsOf, feeLines } from '../../wording/fee-table.js';
import { dayInChat } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import { factsOfMoment } from './moment-source.js';

/** 斜杠命令: what an advisor looks up while writing, with the words that would go into the reply. */

export const LOOKUPS = [
  'product',
  'rule',
  'compare',
  'plan',
  'canned',
  'knowledge',
  'colleague',
] as const;
export type Lookup = (typeof LOOKUPS)[number];

export const EntryShown = z
  .object({
    id: z.string(),
    title: z.string(),
    line: z.string(),
    text: z.string().describe('what goes into the reply'),
    sources: z.array(z.string()).describe('to be sent along, so that figures have a birthplace'),
    validity: z.string().nullable().describe('who answers for it and until when'),
  })
  .meta({ id: 'LookupEntry' });

type Entry = z.input<typeof EntryShown>;

export interface LookupDeps {
  readonly store: Store;
  readonly now: () => Instant;
  readonly index: () => KnowledgeIndex;
  readonly wordings: Wordings;
  readonly canned: CannedReplies;
}

interface Asked {
  readonly conversation: string;
  readonly words: string;
  readonly today: LocalDate;
}

const MOST = 8;

export async function lookUp(
  deps: LookupDeps,
  lookup: Lookup,
  { conversation, words }: { readonly conversation: string; readonly words: string },
): Promise<readonly Entry[]> {
  const asked = { conversation, words: words.trim(), today: toLocalDate(deps.now()) };
  return (await FINDERS[lookup](deps, asked)).slice(0, MOST);
}

const FINDERS: Readonly<
  Record<Lookup, (deps: LookupDeps, asked: Asked) => Promise<readonly Entry[]>>
> = {
  product: async ({ store }, { words, today }) =>
    named(await publicProducts(store), words).map((product) => productEntry(product, today)),
  rule: async ({ index }, { words, today }) =>
    words === ''
      ? []
      : index()
          .search(words, { k: MOST, asOf: today, kinds: ['regulation', 'law'] })
          .passages.map(({ passage }) => passageEntry(passage, words)),
  knowledge: async ({ index }, { words, today }) =>
    words === ''
      ? []
      : searchGeneral(index(), words, today, MOST).passages.map(({ passage }) =>
          passageEntry(passage, words),
        ),
  compare: compared,
  plan: plansOf,
  canned: async ({ canned }, { words, today }) =>
    canned.find(words, today).map((reply) => ({
      id: `canned:${reply.id}`,
      title: reply.title,
      line: reply.when,
      text: reply.text,
      sources: [],
      validity: `合规 ${reply.reviewer} ${reply.reviewed} 审过，用到 ${reply.until} · ${canned.version}`,
    })),
  colleague: async ({ store }, { words }) =>
    (await employeeRecords(store))
      .filter(({ name }) => name.includes(words))
      .map(({ id, name, role, domains }) => ({
        id: `colleague:${id}`,
        title: name,
        line: [ROLES[role] ?? role, ...domains].join(' · '),
        text: `@${name} `,
        sources: [],
        validity: null,
      })),
};

const ROLES: Readonly<Record<string, string>> = {
  advisor: '理财顾问',
  supervisor: '督导',
  compliance: '合规',
  operator: '运营',
  admin: '管理员',
  auditor: '审计',
};

/** Products that have the words in a name of theirs; all that is on sale for no words. */
const named = (products: readonly Product[], words: string): readonly Product[] =>
  products.filter(({ name, code, aliases, status }) =>
    words === ''
      ? status === 'on_sale'
      : [name, code, ...aliases].some((one) => one.toLowerCase().includes(words.toLowerCase())),
  );

function productEntry(product: Product, today: LocalDate): Entry {
  const { code, name, mainLoss, asOf } = product;
  const grade = effectiveRiskLevel(product);
  const fees = feeLines(product, today).map(({ label, value }) => `${label} ${value}`);
  const graded = grade === null ? name : `${name}（${riskLabel(grade)}）`;
  return {
    id: `product:${code}`,
    title: name,
    line: `${code} · ${gradeSentence(product)}`,
    text: `${graded}：${mainLoss}费用：${fees.join('；') || '没有单列的费用，以合同为准'}。资料截至 ${asOf}。`,
    sources: [`product:${code}`],
    validity: `产品主数据，截至 ${asOf}`,
  };
}

function passageEntry(passage: Passage, words: string): Entry {
  const { id, title, article, text, kind, effective, expires } = passage;
  const isRule = kind === 'regulation' || kind === 'law';
  const place = `${title}${article === null ? '' : ` ${article}`}`;
  const said = isRule ? extract(text, words) : text.trim();
  const named = isRule ? `（《${title}》${article?.split(' ')[0] ?? ''}）` : '';
  return {
    id: `passage:${id}`,
    title: place,
    line: extract(text, words).slice(0, 60),
    text: `${said}${named}`,
    sources: [`passage:${id}`],
    validity: expires ? `有效至 ${expires}` : effective && `${effective} 起`,
  };
}

/** 「安鑫 优质治理」: two or three of them side by side. */
async function compared(
  { store, wordings }: LookupDeps,
  { words, today }: Asked,
): Promise<readonly Entry[]> {
  const parts = words.split(/\s+|[和与跟、，,]|vs/i).filter((part) => part.trim() !== '');
  const shelf = await publicProducts(store);
  const products = parts.flatMap((part) => named(shelf, part.trim())[0] ?? []).slice(0, 3);
  if (new Set(products).size < 2) return [];
  const result = { ...emptyResult, products };
  const { text } = comparisonParagraph(wordings, ['fees'], result, today, words);
  return [
    {
      id: `compare:${products.map(({ code }) => code).join('+')}`,
      title: products.map(({ name }) => name).join(' / '),
      line: '费用、等级和到账，只比事实',
      text: text
        .replace(/\s*\[\d+\]/g, '')
        .replaceAll('**', '')
        .replace(/\n*更多比较在下面的表里，仅供了解，不构成推荐。/, '\n\n仅供了解，不构成推荐。')
        .trim(),
      sources: products.map(({ code }) => `product:${code}`),
      validity: `产品主数据，截至 ${products[0]!.asOf}`,
    },
  ];
}

const STAGES: Readonly<Record<string, readonly [string, string]>> = {
  drafted: ['待审核', '还在审核，审核完了我在这里告诉您。'],
  approved: ['已审核', '已经审核好了，您在对话里可以看到，哪里不清楚我给您讲。'],
  adjusted: ['已调整', '审核时做了调整，您在对话里可以看到改了哪里、为什么改。'],
  presented: ['已给客户', '已经发给您了，您看过以后点一下「我已阅读」。'],
  acknowledged: ['客户已阅', '您已经看过了，有变化随时告诉我，我再重新排。'],
  refused: ['客户不采用', '您说先不采用，以后想再看，告诉我就行。'],
  declined: ['已退回', '没有通过审核，我和您核对一下情况再重新排。'],
  superseded: ['已被新方案取代', '情况变了，已经按新的需求另起草了一份，以新的为准。'],
  expired: ['已过期', '已经过期了，想看的话我和您核对需求后重新排。'],
};

async function plansOf(
  { store }: LookupDeps,
  { conversation, words }: Asked,
): Promise<readonly Entry[]> {
  const customer = (await findConversation(store, conversation))?.customer_id ?? null;
  if (customer === null) return [];
  const rows = await proposalRows(store, { stage: null, customer }, MOST);
  return rows
    .map(({ id, stage, drafted_at: drafted }) => {
      const [name, told] = STAGES[stage] ?? [stage, ''];
      const day = dayInChat(toLocalDate(drafted));
      return {
        id: `plan:${id}`,
        title: `${day}起草 · ${name}`,
        line: id,
        text: `您的方案是 ${day}起草的，${told}`,
        sources: [`plan:${id}`],
        validity: null,
      };
    })
    .filter(({ title }) => title.includes(words));
}

/** What the figures of a reply come from, by the ids of entries; 400 for one that is not there now. */
export async function sourcesOf(
  { store, index }: Pick<LookupDeps, 'store' | 'index'>,
  ids: readonly string[],
  today: LocalDate,
): Promise<readonly Source[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => sourceOf(store, index, id, today)));
  return found.map((source) => {
    if (source === null) throw new Problem(400, '引用的资料现在查不到，请重新查一次');
    return source;
  });
}

async function sourceOf(
  store: Store,
  index: () => KnowledgeIndex,
  id: string,
  today: LocalDate,
): Promise<Source | null> {
  const [kind, rest] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)];
  if (kind === 'product') {
    const product = (await publicProducts(store)).find(({ code }) => code === rest);
    const passage = product && masterPassage(product, today);
    return passage ? { citations: [citationOf(passage)], facts: factsOf(product, today) } : null;
  }
  if (kind === 'passage') {
    const passage = index().passage(rest, today);
    return passage && { citations: [citationOf(passage)], facts: [] };
  }
  if (kind === 'moment') return factsOfMoment(store, rest);
  if (kind !== 'plan') return null;
  const row = await findProposal(store, rest);
  return row
    ? {
        citations: [],
        facts: [{ value: toLocalDate(row.drafted_at), unit: 'date', label: '方案起草日' }],
      }
    : null;
}
