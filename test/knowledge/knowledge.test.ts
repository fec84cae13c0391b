import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { answerParagraph } from '../../src/agent/compose/answer.js';
import type { Paragraph } from '../../src/agent/compose/paragraph.js';
import { draftOf } from '../../src/agent/compose/compose.js';
import { guard } from '../../src/compliance/guard.js';
import { splitFrontMatter } from '../../src/retrieval/documents/front-matter.js';
import { readDocument } from '../../src/retrieval/documents/read.js';
import { indexedPassages } from '../../src/retrieval/passages.js';
import type { Passage } from '../../src/terms/passage.js';
import type { Product } from '../../src/terms/product.js';
import { effectiveRiskLevel } from '../../src/terms/product.js';
import { loadWordings } from '../../src/wording/prompts.js';
import { demoShelf } from '../demo/demo-shelf.js';

const FOLDERS = ['faq', 'regulations', 'products'];
const paths = [
  'glossary.md',
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join('knowledge', folder)).map((file) => `${folder}/${file}`),
  ),
];
const files = paths.map((path) => {
  const bytes = readFileSync(join('knowledge', path));
  return { path, bytes, header: splitFrontMatter(bytes.toString()).header };
});
const ofKind = (kind: string) => files.filter(({ header }) => header?.kind === kind);

/** The passages of these files as a search would give them. */
function passagesOf(some: typeof files): readonly Passage[] {
  const parsed = some.map(({ path, bytes }) => readDocument(path, bytes));
  const rows = {
    documents: parsed.map(({ document }) => ({ ...document, hash: '', ingested_at: 0 })),
    passages: parsed.flatMap(({ passages }) => passages),
  };
  return indexedPassages(rows as Parameters<typeof indexedPassages>[0]).map(
    ({ passage }) => passage,
  );
}

const wordings = loadWordings('prompts');

const findingsOf = (passage: Passage, point = 0) =>
  heldAgainst(
    answerParagraph(wordings, passage.title, { passages: [passage], point }, 0),
    demoShelf.find(({ code }) => code === passage.product),
  );

function heldAgainst(spoken: Paragraph, product?: Product) {
  const context = {
    speaker: 'bot' as const,
    facts: [],
    passages: [],
    allowedHosts: [],
    ...(product ? { product: { regime: product.regime, type: product.type, riskLevel: null } } : {}),
  };
  return guard(draftOf(spoken, 'embedded'), context, '小屿 · AI 生成').findings.map(
    ({ rule, text }) => `${spoken.passages[0]?.id} ${rule} ${text}`,
  );
}

describe('the shipped knowledge', () => {
  it('carries front matter that can be read, in every file', () => {
    for (const { path, header } of files) expect([path, header]).not.toEqual([path, null]);
  });

  it('has its kinds where they belong', () => {
    const wrong = files.filter(({ path, header }) => {
      const folder = path.split('/')[0];
      const kind = { faq: 'faq', regulations: 'regulation', products: 'product' }[folder ?? ''];
      return header?.kind !== (kind ?? 'note');
    });
    expect(wrong.map(({ path }) => path)).toEqual([]);
  });

  it('is a handbook of a hundred questions and twenty regulations', () => {
    expect(ofKind('faq').length).toBeGreaterThanOrEqual(100);
    expect(ofKind('regulation').length).toBeGreaterThanOrEqual(20);
  });

  it('names its issuer’s source and says since when it holds', () => {
    const silent = [...ofKind('faq'), ...ofKind('regulation')].filter(
      ({ header }) => !header?.source || !header.effective,
    );
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('says something under every heading, and nothing a merge left behind', () => {
    const empty = files.filter(({ bytes }) => /^## .+\s+(> 问|## |$(?![^]))/m.test(bytes.toString()));
    expect(empty.map(({ path }) => path)).toEqual([]);
    const marked = files.filter(({ bytes }) => /^(<{7}|={7}|>{7})/m.test(bytes.toString()));
    expect(marked.map(({ path }) => path)).toEqual([]);
  });

  it('asks no two files for the same question', () => {
    const asked = new Map<string, string>();
    const twice: string[] = [];
    for (const { path, header } of ofKind('faq')) {
      for (const ask of new Set([header?.title ?? '', ...(header?.asks ?? [])])) {
        if (asked.has(ask)) twice.push(`${ask}: ${asked.get(ask)} and ${path}`);
        asked.set(ask, path);
      }
    }
    expect(twice).toEqual([]);
  });
});

describe('what may be said from knowledge', () => {
  it.each(['faq', 'regulation', 'product', 'note'])('passes the guard as a cited answer: %s', (kind) => {
    const passages = passagesOf(ofKind(kind));
    expect(passages.length).toBeGreaterThan(20);
    expect(passages.flatMap((one) => findingsOf(one))).toEqual([]);
  });
});

describe('an entry of the handbook', () => {
  it('may be said from any sentence of its second paragraph on, should that be what was asked', () => {
    const entries = passagesOf(ofKind('faq'));
    const found = entries.flatMap((entry) =>
      [...entry.text.matchAll(/(?<=\n\n|\n\n.*。)(?=[^\n])/g)]
        .filter(({ index }) => index < entry.text.length)
        .flatMap(({ index }) => findingsOf(entry, index)),
    );
    expect(found).toEqual([]);
  });

  it('may be offered by its title beside another answer', () => {
    const near = ofKind('faq').map(({ header }) => String(header?.title));
    const passages = passagesOf(ofKind('faq').slice(0, 1));
    const spoken = answerParagraph(wordings, '', { passages, near }, 0);
    expect(spoken.suggestions.length).toBeGreaterThan(300);
    expect(heldAgainst(spoken)).toEqual([]);
  });
});

describe('a product’s card', () => {
  const cards = ofKind('product').flatMap(({ path, bytes }) => {
    const product = demoShelf.find(({ code }) => path.includes(code));
    return product ? [{ product, body: bytes.toString() }] : [];
  });
  /** What the cards say where the master says otherwise. */
  const differing = (pattern: RegExp, known: (product: Product) => readonly (number | null)[]) =>
    cards.flatMap(({ product, body }) =>
      [...body.matchAll(pattern)]
        .filter(([, said]) => !known(product).includes(Number(said)))
        .map(([sentence]) => `${product.code} ${sentence}`),
    );

  it('is there for everything on the shelf', () => {
    expect(cards.length).toBe(demoShelf.length);
  });

  it('has the grade, the holding days and the days of arrival of the master', () => {
    expect(differing(/是 R(\d)，按/g, (product) => [effectiveRiskLevel(product)])).toEqual([]);
    expect(differing(/(?:没满|，满) (\d+) 天/g, ({ lockDays }) => [lockDays])).toEqual([]);
    const arrival = /赎回确认后 (\d+) 个工作日/g;
    expect(differing(arrival, ({ settlementDays }) => [settlementDays])).toEqual([]);
  });

  it('is asked each question once', () => {
    const asksOf = (body: string) => [...body.matchAll(/^> 问：(.+)$/gm)].map(([, ask]) => ask);
    const twice = cards.filter(({ body }) => new Set(asksOf(body)).size < asksOf(body).length);
    expect(twice.map(({ product }) => product.code)).toEqual([]);
  });
});

describe('the entry on whose products we sell', () => {
  const entry = files.find(({ path }) => path === 'faq/partner-houses.md')?.bytes.toString() ?? '';
  const issuersOf = (isPrivate: boolean) => [
    ...new Set(
      demoShelf.filter((one) => one.private === isPrivate).map(({ issuer }) => String(issuer)),
    ),
  ];
  const ownName = '青屿财富';

  it('names every house that issues a public product', () => {
    const others = issuersOf(false).filter((issuer) => issuer !== ownName);
    expect(others.filter((issuer) => !entry.includes(issuer))).toEqual([]);
  });

  it('names no house that issues only private products', () => {
    const open = new Set(issuersOf(false));
    const closed = issuersOf(true).filter((issuer) => !open.has(issuer));
    expect(closed.filter((issuer) => entry.includes(issuer))).toEqual([]);
  });
});
