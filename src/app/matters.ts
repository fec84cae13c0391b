import type { ChangesDeps, Matter } from '../conversation/changes/record.js';
import type { Fault } from '../profiles/import/file-rows.js';
import { bodiesIn, findBody, productWrites } from '../profiles/import/product-change.js';
import { documentOf, documentText } from '../retrieval/archive.js';
import { BrokenDocument } from '../retrieval/documents/document.js';
import { documentIn } from '../retrieval/reading.js';
import { removeDocument, replaceDocument } from '../retrieval/queries.js';
import type { Store } from '../store/store.js';
import { keptText, standing } from '../store/version-archive.js';
import type { Product } from '../terms/product.js';
import { fileMatters } from './file-matters.js';
import type { Parts } from './parts.js';
import { ORIGIN } from './parts.js';

type MatterParts = Pick<Parts, 'config' | 'store' | 'knowledge' | 'house' | 'now' | 'report'>;

/** What may be changed by two people, each read by what serves it. */
export function changesDepsOf(parts: MatterParts): ChangesDeps {
  const { store, knowledge, house, now } = parts;
  return {
    store,
    origin: ORIGIN,
    now,
    matters: {
      knowledge: documents(store, now),
      product: products(store),
      ...fileMatters(store, parts.config.institution.suitability),
    },
    report: parts.report,
    async refresh() {
      await Promise.all([knowledge.refresh(), house.refresh()]);
    },
  };
}

function documents(store: Store, now: () => number): Matter {
  return {
    kept: 'document',
    async read(path, text) {
      const name = belowKnowledge(path);
      if (!isPlainPath(name)) return `${path}: 路径里不能有 .. 或空的一段`;
      try {
        const { document, passages } = documentIn(name, Buffer.from(text));
        return new Map([[document.id, documentText(document, passages)]]);
      } catch (error) {
        if (error instanceof BrokenDocument) return `${path}: ${error.message}`;
        throw error;
      }
    },
    async standing(name) {
      const hash = (await standing(store, 'document')).get(name);
      return hash === undefined ? null : keptText(store, hash);
    },
    before: async (_, base) => (base === null ? null : keptText(store, base)),
    line: (_, content) => content,
    async put(name, content) {
      if (content === null) return removeDocument(store, name);
      const { document, passages } = documentOf(content);
      return replaceDocument(store, { ...document, ingested_at: now() }, passages);
    },
  };
}

/** A document is named by where it lies below `knowledge`; a file from anywhere else by its own name. */
const belowKnowledge = (path: string): string =>
  path.includes('knowledge/')
    ? path.slice(path.lastIndexOf('knowledge/') + 'knowledge/'.length)
    : path.startsWith('/')
      ? path.slice(path.lastIndexOf('/') + 1)
      : path;

/** Names one place and no other, whoever reads it. */
const isPlainPath = (path: string): boolean =>
  path.split(/[\\/]/).every((part) => part.trim() !== '' && !/^\.+$/.test(part.trim()));

const products = (store: Store): Matter => ({
  kept: 'product',
  async read(path, text) {
    const bodies = await bodiesIn(store, { path, text });
    return bodies instanceof Map ? bodies : faultsOf(bodies as readonly Fault[]);
  },
  standing: (code) => findBody(store, code),
  // A product that was on the shelf once is closed, never gone: somebody may hold it.
  before: (code, base) => (base === null ? closed(store, code) : keptText(store, base)),
  line: (_, content) => content,
  put: async (_, content) => (content === null ? [] : productWrites(store, content)),
});

async function closed(store: Store, code: string): Promise<string | null> {
  const body = await findBody(store, code);
  if (body === null) return null;
  return JSON.stringify({ ...(JSON.parse(body) as Product), status: 'closed' });
}

const faultsOf = (faults: readonly Fault[]): string =>
  faults.map(({ file, line, reason }) => `${file}:${line}: ${reason}`).join('; ');
