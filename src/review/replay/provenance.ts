import { parse } from 'yaml';
import { findChange } from '../../conversation/changes/queries.js';
import type { ReplyDecided } from '../../conversation/events.js';
import type { DraftOffered } from '../../conversation/handoff/events.js';
import type { Versions } from '../../conversation/replay/given.js';
import { documentOf as archived } from '../../retrieval/archive.js';
import type { Store } from '../../store/store.js';
import { findText } from '../../store/version-archive.js';
import type { VersionKind } from '../../store/version-rows.js';
import type { VersionLine } from '../../store/version-lines.js';
import { changeBehind, lineByHash, lineOf } from '../../store/version-lines.js';
import { fencedIn } from '../../terms/fenced.js';
import { documentOf } from '../../terms/ids.js';
import type { Draft } from '../../terms/statement.js';

/** Something a reply was made of, and who let it be said. */
export interface Source {
  readonly role: 'template' | 'document' | 'product' | 'figures' | 'rules' | 'program';
  /** What it is called in the house: id of a template or document, code of a product, path of a file. */
  readonly name: string;
  readonly title: string | null;
  /** SHA-256, or its first digits where the reply names no more; null: it has none. */
  readonly hash: string | null;
  readonly effective: string | null;
  readonly expires: string | null;
  /** Since when it stood like this; null: the archive does not say. */
  readonly since: number | null;
  readonly author: string | null;
  /** Null: nobody but the author. */
  readonly approver: string | null;
  /** Whom the text itself names as its approver, beside whoever let it in; null: nobody. */
  readonly vouched: string | null;
  readonly approvedAt: number | null;
  /** `release`: approved with the release and signed by nobody else; `change`: by two people; `direct`: by its author alone. */
  readonly by: 'release' | 'change' | 'direct' | 'unknown';
  readonly change: string | null;
}

type Asked = Pick<Store, 'db'>;
type Answer = (ReplyDecided | DraftOffered) & { readonly at: number };

/** 这句话是谁批准的: every text, product, figure and rule behind a reply, in the version that spoke. */
export async function provenanceOf(store: Asked, answer: Answer): Promise<readonly Source[]> {
  const words = answer.kind === 'ReplyDecided' ? answer.statement : answer.draft;
  if (!words) return [];
  const versions = (answer.trace?.versions ?? {}) as Versions;
  const then = { versions, at: answer.at };
  const cited = citedIn(words);
  return [
    ...(await templatesIn(store, words, then)),
    ...(await documentsIn(store, cited.documents, then)),
    ...(await productsIn(
      store,
      [...new Set([...answer.outcome.products, ...cited.products])],
      then,
    )),
    ...(await figuresIn(store, words, then)),
    ...rulesIn(versions),
  ];
}

interface Then {
  readonly versions: Versions;
  readonly at: number;
}

const placeIn = ({ versions }: Then, kind: VersionKind): number | null => {
  const place = versions.archive?.[kind];
  return typeof place === 'number' ? place : null;
};

async function templatesIn(
  store: Asked,
  { wording }: Draft,
  { at }: Then,
): Promise<readonly Source[]> {
  const once = wording.filter(({ id }, at) => wording.findIndex((one) => one.id === id) === at);
  return Promise.all(
    once.map(async ({ id, hash }) => {
      const line = await lineByHash(store, hash, at);
      const text = line?.hash ? await findText(store, line.hash) : null;
      const title = text === null ? null : openingOf(text);
      return { ...(await signed(store, line)), role: 'template', name: id, title, hash };
    }),
  );
}

const LONGEST_OPENING = 40;
const OWN_WORDS = /\p{Script=Han}{2}/u;

/** A template is known to its readers by how it begins; where it has no words of its own, by what it is for. */
function openingOf(text: string): string | null {
  const fenced = fencedIn(text);
  const [first = ''] = (fenced?.body ?? text)
    .split(/(?<=[。！？])|\n/)
    .filter((part) => part.trim());
  const words = [...first.replace(/\{\{[^}]*\}\}/g, '…').trim()];
  if (!OWN_WORDS.test(words.join(''))) {
    const { purpose } = (fenced ? parse(fenced.header) : {}) as { readonly purpose?: string };
    return purpose ?? null;
  }
  const isLong = words.length > LONGEST_OPENING;
  return `${words.slice(0, LONGEST_OPENING).join('')}${isLong ? '…' : ''}`;
}

/** What a product was read from stands in its own data: it is no text of the handbook. */
const OF_PRODUCT = 'product:';

function citedIn({ citations }: Draft): Record<'documents' | 'products', readonly string[]> {
  const ids = [...new Set(citations.map(({ passage }) => documentOf(passage)))];
  return {
    documents: ids.filter((id) => !id.startsWith(OF_PRODUCT)),
    products: ids.flatMap((id) => (id.startsWith(OF_PRODUCT) ? [id.slice(OF_PRODUCT.length)] : [])),
  };
}

const documentsIn = (
  store: Asked,
  ids: readonly string[],
  then: Then,
): Promise<readonly Source[]> =>
  Promise.all(
    ids.map(async (name) => {
      const line = await lineOf(store, 'document', name, placeIn(then, 'document'), then.at);
      const text = line?.hash ? await findText(store, line.hash) : null;
      const document = text === null ? null : archived(text).document;
      const { title = null, effective = null, expires = null } = document ?? {};
      const hash = line?.hash ?? null;
      const about = { name, title, hash, effective, expires };
      return { ...(await signed(store, line)), ...about, role: 'document' };
    }),
  );

const productsIn = (
  store: Asked,
  codes: readonly string[],
  then: Then,
): Promise<readonly Source[]> =>
  Promise.all(
    codes.map(async (name) => {
      const line = await lineOf(store, 'product', name, placeIn(then, 'product'), then.at);
      const text = line?.hash ? await findText(store, line.hash) : null;
      const product = text === null ? {} : (JSON.parse(text) as { name?: string; asOf?: string });
      const { name: title = null, asOf: effective = null } = product;
      const hash = line?.hash ?? null;
      return {
        ...(await signed(store, line)),
        ...{ role: 'product', name, title, hash, effective },
      };
    }),
  );

/** Files behind a plan or a page of the questionnaire. */
const BEHIND: Readonly<Record<string, readonly string[]>> = {
  plan: ['knowledge/market/assumptions.yaml', 'knowledge/market/strategic.yaml'],
  risk_return: ['knowledge/market/assumptions.yaml'],
  assessment_page: ['knowledge/questionnaires/personal.yaml'],
};

async function figuresIn(store: Asked, { cards }: Draft, then: Then): Promise<readonly Source[]> {
  const paths = [...new Set(cards.flatMap(({ kind }) => BEHIND[kind] ?? []))];
  return Promise.all(
    paths.map(async (name) => {
      const changed = placeIn(then, 'house_file');
      const own = await lineOf(store, 'house_file', name, changed, then.at);
      const line = own?.hash
        ? own
        : await lineOf(store, 'file', name, placeIn(then, 'file'), then.at);
      const text = line?.hash ? await findText(store, line.hash) : null;
      const file = (text === null ? {} : parse(text)) as Readonly<Record<string, string>>;
      const { approved_by: vouched = null, id: title = null } = file;
      return {
        ...(await signed(store, line)),
        ...{ role: 'figures', name, title, vouched, hash: line?.hash ?? null },
        effective: file['effective'] ?? file['as_of'] ?? null,
      };
    }),
  );
}

/** Rules and program are of one piece with the release: nobody signs them one by one. */
function rulesIn({ rules, archive }: Versions): readonly Source[] {
  const release = { ...NOTHING, by: 'release' as const };
  const program = archive?.['program'];
  return [
    ...(rules ? [{ ...release, role: 'rules', name: rules } as const] : []),
    ...(typeof program === 'string'
      ? [{ ...release, role: 'program', name: 'shuzhi', hash: program } as const]
      : []),
  ];
}

const NOTHING = {
  title: null,
  hash: null,
  effective: null,
  expires: null,
  since: null,
  author: null,
  approver: null,
  vouched: null,
  approvedAt: null,
  by: 'unknown' as const,
  change: null,
};

/** Who changed the shelf outside an approved change is not told to the archive. */
const UNKNOWN = 'unknown';

export type Signed = Omit<Source, 'role' | 'name'>;

export async function signed(store: Asked, line: VersionLine | undefined): Promise<Signed> {
  if (!line) return NOTHING;
  const { approver, basis, since } = line;
  const author = line.author === UNKNOWN ? null : line.author;
  const known = { ...NOTHING, author, approver, since: Number(since) };
  const change = changeBehind(line);
  if (change === null) return { ...known, by: basis === 'release' ? basis : 'direct' };
  const approvedAt = (await findChange(store, change))?.decided_at ?? null;
  return { ...known, by: 'change', change, approvedAt };
}
