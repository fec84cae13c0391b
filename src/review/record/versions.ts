import type { Versions } from '../../conversation/replay/given.js';
import type { Store } from '../../store/store.js';
import type { VersionLine } from '../../store/version-lines.js';
import { latestLine, lineOf } from '../../store/version-lines.js';
import type { VersionKind } from '../../store/version-rows.js';
import type { Instant } from '../../terms/time.js';
import type { Signed } from '../replay/provenance.js';
import { signed } from '../replay/provenance.js';

/** 当时的版本: of everything that spoke, which one, since when, and who let it. */

export const VERSIONED = [
  'model',
  'prompts',
  'knowledge',
  'rules',
  'intents',
  'questionnaire',
  'assumptions',
  'portfolios',
  'thresholds',
  'shelf',
  'institution',
  'program',
] as const;
type Versioned = (typeof VERSIONED)[number];

export interface VersionThen extends Pick<
  Signed,
  'since' | 'author' | 'approver' | 'by' | 'change'
> {
  readonly what: Versioned;
  /** What it is known by: a number, or the first digits of a hash. */
  readonly version: string;
}

/** Files of the house that a plan or a form stands on. */
const FILES: readonly (readonly [Versioned, string])[] = [
  ['questionnaire', 'knowledge/questionnaires/personal.yaml'],
  ['assumptions', 'knowledge/market/assumptions.yaml'],
  ['portfolios', 'knowledge/market/strategic.yaml'],
  ['thresholds', 'knowledge/house/thresholds.yaml'],
];

const SHORT = 16;

type Asked = Pick<Store, 'db'>;

export async function versionsThen(
  store: Asked,
  versions: Versions,
  at: Instant,
): Promise<readonly VersionThen[]> {
  const rows = [
    ...(await ofOnePiece(store, versions, at)),
    ...(await collections(store, versions, at)),
    ...(await files(store, versions, at)),
  ];
  return VERSIONED.flatMap((what) => rows.filter((row) => row.what === what));
}

const placeIn = ({ archive }: Versions, kind: VersionKind): number | null => {
  const place = archive?.[kind];
  return typeof place === 'number' ? place : null;
};

const row = async (
  store: Asked,
  what: Versioned,
  version: string,
  line: VersionLine | undefined,
): Promise<VersionThen> => {
  const { since, author, approver, by, change } = await signed(store, line);
  return { what, version, since, author, approver, by, change };
};

/** What came with the release as one piece stands since the release was put in. */
async function ofOnePiece(store: Asked, versions: Versions, at: Instant) {
  const { model, rules, intents, archive } = versions;
  const program = archive?.['program'];
  const release = await latestLine(store, 'file', '', placeIn(versions, 'file'), at);
  const pieces: readonly (readonly [Versioned, unknown])[] = [
    ['model', model],
    ['rules', rules],
    ['intents', intents],
    ['program', program],
  ];
  return Promise.all(
    pieces.flatMap(([what, version]) =>
      typeof version === 'string' ? [row(store, what, version, release)] : [],
    ),
  );
}

/** Many texts under one hash stand since the last of them was changed. */
async function collections(store: Asked, versions: Versions, at: Instant) {
  const { prompts, knowledge } = versions;
  const last = (kind: VersionKind, under = '') => {
    const place = placeIn(versions, kind);
    return latestLine(store, kind, under, place, at);
  };
  const wordings = (await last('house_file', 'prompts/')) ?? (await last('file', 'prompts/'));
  const [documents, shelf, institution] = [
    await last('document'),
    await last('product'),
    await last('institution'),
  ];
  return Promise.all([
    ...(prompts ? [row(store, 'prompts', prompts, wordings)] : []),
    ...(knowledge ? [row(store, 'knowledge', knowledge, documents)] : []),
    ...(['shelf', 'institution'] as const).flatMap((what) => {
      const line = what === 'shelf' ? shelf : institution;
      return line?.hash ? [row(store, what, line.hash.slice(0, SHORT), line)] : [];
    }),
  ]);
}

async function files(store: Asked, versions: Versions, at: Instant) {
  const rows = FILES.map(async ([what, name]) => {
    const own = await lineOf(store, 'house_file', name, placeIn(versions, 'house_file'), at);
    const line = own?.hash ? own : await lineOf(store, 'file', name, placeIn(versions, 'file'), at);
    return line?.hash ? [await row(store, what, line.hash.slice(0, SHORT), line)] : [];
  });
  return (await Promise.all(rows)).flat();
}
