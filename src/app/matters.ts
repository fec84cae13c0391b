import { thresholdsOf } from '../advice/suitability/house-thresholds.js';
import { inspect } from '../compliance/guard.js';
import type { ChangesDeps, Matter } from '../conversation/changes/record.js';
import type { Fault } from '../profiles/import/file-rows.js';
import { bodiesIn, findBody, productWrites } from '../profiles/import/product-change.js';
import { documentOf, documentText } from '../retrieval/archive.js';
import { BrokenDocument } from '../retrieval/documents/document.js';
import { documentIn } from '../retrieval/reading.js';
import { removeDocument, replaceDocument } from '../retrieval/queries.js';
import type { Store } from '../store/store.js';
import type { State } from '../store/version-archive.js';
import { findText, placeOf, standing, stateAt } from '../store/version-archive.js';
import type { Product } from '../terms/product.js';
import type { Wordings } from '../wording/prompts.js';
import { readFiles } from './house-files.js';
import { withFolder } from './laid-out.js';
import { loadMarket } from './market.js';
import type { Parts } from './parts.js';
import { ORIGIN } from './parts.js';
import { releaseFiles } from './release-files.js';

type MatterParts = Pick<Parts, 'config' | 'store' | 'knowledge' | 'house' | 'now'>;

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
      wording: files(store, /^prompts\/.+\.md$/, (root, name) => {
        const { wordings } = readFiles(root);
        return wordingFault(wordings, house.wordings, root, name);
      }),
      review_rules: files(store, /^knowledge\/review\/(rules|sampling)\.yaml$/, read),
      questionnaire: files(store, /^knowledge\/questionnaires\/[a-z_]+\.yaml$/, read),
      assumptions: files(store, /^knowledge\/market\/(assumptions|strategic)\.yaml$/, (root) => {
        loadMarket(thresholdsOf(parts.config.institution.suitability), readFiles(root).market);
        return null;
      }),
    },
    async refresh() {
      await Promise.all([knowledge.refresh(), house.refresh()]);
    },
  };
}

function read(root: string): null {
  readFiles(root);
  return null;
}

function documents(store: Store, now: () => number): Matter {
  return {
    kept: 'document',
    async read(path, text) {
      try {
        const { document, passages } = documentIn(belowKnowledge(path), Buffer.from(text));
        return new Map([[document.id, documentText(document, passages)]]);
      } catch (error) {
        if (error instanceof BrokenDocument) return `${path}: ${error.message}`;
        throw error;
      }
    },
    async standing(name) {
      const hash = (await standing(store, 'document')).get(name);
      return hash === undefined ? null : findText(store, hash);
    },
    gone: async () => null,
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

const products = (store: Store): Matter => ({
  kept: 'product',
  async read(path, text) {
    const bodies = await bodiesIn(store, { path, text });
    return bodies instanceof Map ? bodies : faultsOf(bodies as readonly Fault[]);
  },
  standing: (code) => findBody(store, code),
  // A product that was on the shelf once is closed, never gone: somebody may hold it.
  gone: (code) => closed(store, code),
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

/** A file of the release that the house may put another in the place of. */
function files(
  store: Store,
  ours: RegExp,
  faultIn: (root: string, name: string) => string | null,
): Matter {
  const inForce = async (): Promise<State> => {
    const changed = await stateAt(store, 'house_file', await placeOf(store, 'house_file'));
    return new Map([...releaseFiles(), ...changed]);
  };
  return {
    kept: 'house_file',
    async read(path, text) {
      const name = nameOf(path, ours);
      if (name === null) return `${path}: 这里没有这样的文件；请给出它在发布目录里的路径`;
      const before = await inForce();
      try {
        const fault = withFolder(new Map([...before, [name, text]]), (root) => faultIn(root, name));
        return fault === null ? new Map([[name, text]]) : `${path}: ${fault}`;
      } catch (error) {
        return `${path}: ${error instanceof Error ? error.message : String(error)}`;
      }
    },
    standing: async (name) => (await inForce()).get(name) ?? null,
    gone: async () => null,
    // As it ships again: the house has none of its own any more.
    line: (name, content) =>
      content !== null && releaseFiles().get(name) === content ? null : content,
    put: async () => [],
  };
}

/** `/anywhere/prompts/replies/x.md` → `prompts/replies/x.md`, where the house has such files. */
function nameOf(path: string, ours: RegExp): string | null {
  const parts = path.replaceAll('\\', '/').split('/');
  const from = parts.findLastIndex((part) => part === 'prompts' || part === 'knowledge');
  const name = parts.slice(Math.max(0, from)).join('/');
  return ours.test(name) && !parts.includes('..') ? name : null;
}

/** A template is asked for by id with the values it had: it may say other words, and ask for no more. */
function wordingFault(
  changed: Wordings,
  standing: Wordings,
  root: string,
  name: string,
): string | null {
  const before = releaseFiles().get(name);
  const id = /^id: (.+)$/m.exec(before ?? '')?.[1]?.trim();
  if (!id || !standing.has(id)) return '没有代码会用到这个模板；只能改已有的模板';
  if (!changed.has(id)) return `它的 id 必须还是 ${id}`;
  const wording = changed.get(id);
  const known = standing.get(id).variables;
  const more = wording.variables.filter((one) => !known.includes(one));
  if (more.length > 0) return `没有人会给 ${more.join('、')} 取值`;
  return broken(wording);
}

/** What the guard would stop whoever says it: a promise in a template is stopped here and not in a chat. */
function broken({ variants, variables, render }: ReturnType<Wordings['get']>): string | null {
  const values = Object.fromEntries(variables.map((one) => [one, '某']));
  for (let variant = 0; variant < variants; variant += 1) {
    const found = inspect(render(values, variant), { speaker: 'bot', allowedHosts: [] });
    const hard = found.find(({ rule, severity }) => severity === 'hard' && /^L\d/.test(rule));
    if (hard) return `合规守则 ${hard.rule} 不允许「${hard.text}」`;
  }
  return null;
}
