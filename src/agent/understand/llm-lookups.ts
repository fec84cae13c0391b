import type { Outcome } from '../../advice/suitability/verdict.js';
import type { ToolName, ToolResult } from '../../conversation/agent.js';
import type { Fact } from '../../terms/fact.js';
import type { JsonObject } from '../../terms/json.js';
import type { Passage } from '../../terms/passage.js';
import type { Product } from '../../terms/product.js';
import { effectiveRiskLevel } from '../../terms/product.js';
import { riskLabel } from '../../terms/risk.js';
import { percent, yuan } from '../../wording/figures.js';
import type { LocalDate } from '../../terms/time.js';
import { masterPassage } from '../compose/product-source.js';
import { untrusted } from './llm-sections.js';

const PASSAGE_CAP = 500;
/** A fee table with its tiers is longer than a paragraph. */
const SHEET_CAP = 800;
const RESULT_CAP = 1_250;
const MAX_PASSAGES = 4;
const MAX_FACTS = 24;

/** A read tool that ran, and what it found. */
export interface Lookup {
  readonly tool: ToolName;
  /** The model's arguments, checked. */
  readonly asked: JsonObject;
  readonly result: ToolResult;
}

/** All that the tools of one turn found. Passage `[n]` is `passages[n - 1]`, for the whole turn. */
export interface Lookups {
  readonly runs: readonly Lookup[];
  readonly passages: readonly Passage[];
}

export const noLookups: Lookups = { runs: [], passages: [] };

/** The result added, and how it reads to the model: numbered, capped, never more than shown. */
export function addLookup(
  known: Lookups,
  lookup: Lookup,
  today: LocalDate,
): { readonly lookups: Lookups; readonly text: string } {
  const { result } = lookup;
  const page = openPage();
  const passages = [...known.passages];
  if (result.failure) page.add(`没有结果：${untrusted(result.failure, 200)}`);
  if (result.support !== null) page.add(`依据充分程度（0 到 1）：${result.support.toFixed(2)}`);
  for (const product of result.products) page.add(productLine(product));
  for (const { product, verdict } of lookup.tool === 'check_suitability' ? judgedIn(result) : []) {
    page.add(
      `适当性结论（规则给出，不能改）：产品 ${product.code}，${OUTCOME_WORDS[verdict.verdict]}`,
    );
  }
  // Facts do not name their product, nor a fee its tier: a product's figures are told by its sheet.
  const facts = result.products.length > 0 ? [] : result.facts;
  for (const fact of facts.slice(0, MAX_FACTS)) page.add(factLine(fact));
  const sources = [...sheetOf(result, today), ...result.passages.slice(0, MAX_PASSAGES)];
  for (const passage of sources) {
    const before = passages.findIndex(({ id }) => id === passage.id);
    const fits = page.add(passageLine(passage, before < 0 ? passages.length + 1 : before + 1));
    if (!fits) break;
    if (before < 0) passages.push(passage);
  }
  return {
    lookups: { runs: [...known.runs, lookup], passages },
    text: page.text() || '没有查到。',
  };
}

const judgedIn = ({ gate }: ToolResult) => gate?.judged ?? [];

const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  ALLOW: '可以',
  ALLOW_WITH: '等级对得上，按模板说明',
  INFO_ONLY: '只能讲资料，不能推荐',
  BLOCK: '不能卖给这位客户，也不能推荐',
  HUMAN: '要由顾问办理',
};

/** Of one product, what its figures are read from; of several they would only be mixed up. */
function sheetOf({ products }: ToolResult, today: LocalDate): readonly Passage[] {
  const [only] = products;
  return only && products.length === 1 ? [masterPassage(only, today)] : [];
}

interface Page {
  /** False: the line no longer fits and was left out. */
  add(line: string): boolean;
  text(): string;
}

function openPage(): Page {
  const lines: string[] = [];
  let room = RESULT_CAP;
  return {
    add: (line) => {
      if (line.length > room) return false;
      room -= line.length + 1;
      return lines.push(line) > 0;
    },
    text: () => lines.join('\n'),
  };
}

function passageLine(passage: Passage, number: number): string {
  const { title, article, issuer, effective, kind, text } = passage;
  const head = [title, article, issuer, effective && `${effective} 起`].filter(Boolean).join(' · ');
  const cap = kind === 'product' && article === null ? SHEET_CAP : PASSAGE_CAP;
  return `[${number}] ${untrusted(head, 120)}\n${untrusted(text, cap)}`;
}

const STATUS: Readonly<Record<Product['status'], string>> = {
  draft: '不在售',
  on_sale: '在售',
  suspended: '暂停申购',
  closed: '已经终止',
};

function productLine(product: Product): string {
  const level = effectiveRiskLevel(product);
  const risk = level === null ? '未评级' : riskLabel(level);
  const status = STATUS[product.status];
  return `产品 ${product.code}：${untrusted(product.name, 60)}，风险等级 ${risk}，${status}`;
}

const factLine = (fact: Fact): string => `${untrusted(fact.label, 60)}：${figure(fact)}`;

function figure({ value, unit }: Fact): string {
  if (typeof value === 'string' || unit === 'date') return String(value);
  switch (unit) {
    case '%':
      return percent(value / 100);
    case 'yuan':
      return yuan(value);
    case 'day':
      return `${value} 天`;
    case 'month':
      return `${value} 个月`;
    case 'year':
      return `${value} 年`;
    case 'count':
      return String(value);
  }
}
