import type { Meaning, NameIndex } from '../../language/name-index.js';
import { nameIndex } from '../../language/name-index.js';
import { brandsIn } from '../../language/product-name.js';
import type { CatalogueRow, NameFormId, NameTrial } from './name-trials.js';
import { NAME_FORMS, trialsOf } from './name-trials.js';

/** Shares of 0…1 over the trials of one form. */
export interface FormFigures {
  readonly form: NameFormId;
  /** Words that fit one product. */
  readonly clear: number;
  /** That product and no other came back. */
  readonly top1: number;
  /** Several came back, the right one among them. */
  readonly asked: number;
  /** Only other products came back. */
  readonly wrong: number;
  readonly unknown: number;
  /** Words that fit several products. */
  readonly shared: number;
  /** Several of these came back, the one meant among them: a question. Null without such words. */
  readonly shared_asked: number | null;
}

export interface NameFigures {
  readonly products: number;
  readonly build_seconds: number;
  /** Over the forms full, spoken and unbranded. */
  readonly clean_top1: number;
  /** Over the forms spelled, initials, slip and homophone. */
  readonly edited_top1: number;
  readonly latency_p50_ms: number;
  readonly latency_p99_ms: number;
  readonly forms: readonly FormFigures[];
}

const SAMPLE = 2_000;
const CLEAN: readonly NameFormId[] = ['full', 'spoken', 'unbranded'];
const EDITED: readonly NameFormId[] = ['spelled', 'initials', 'slip', 'homophone'];

/** Names as people put them, looked up in an index over the whole catalogue. */
export function evaluateNames(rows: readonly CatalogueRow[], sample = SAMPLE): NameFigures {
  const from = performance.now();
  const brands = brandsIn(rows.map(({ name }) => name));
  const index = nameIndex(
    rows.map((row) => ({ ...row, aliases: [] })),
    brands,
  );
  const seconds = (performance.now() - from) / 1_000;
  const times: number[] = [];
  const forms = NAME_FORMS.map((form) =>
    figuresOf(form, trialsOf(form, rows, brands, sample), (said) => timed(index, said, times)),
  );
  times.sort((a, b) => a - b);
  return {
    products: rows.length,
    build_seconds: round(seconds),
    clean_top1: top1Of(forms, CLEAN),
    edited_top1: top1Of(forms, EDITED),
    latency_p50_ms: round(times[Math.floor(times.length * 0.5)] ?? 0),
    latency_p99_ms: round(times[Math.floor(times.length * 0.99)] ?? 0),
    forms,
  };
}

function timed(index: NameIndex, said: string, times: number[]): Meaning {
  const from = performance.now();
  const meaning = index.lookup(said);
  times.push(performance.now() - from);
  return meaning;
}

function figuresOf(
  form: NameFormId,
  trials: readonly NameTrial[],
  lookup: (said: string) => Meaning,
): FormFigures {
  const answered = trials.map((trial) => ({ trial, codes: lookup(trial.said).codes }));
  const clear = answered.filter(({ trial }) => trial.fits.length === 1);
  const shared = answered.filter(({ trial }) => trial.fits.length > 1);
  const isRight = ({ trial, codes }: (typeof answered)[number]) => codes.includes(trial.code);
  const asks = (one: (typeof answered)[number]) => one.codes.length > 1 && isRight(one);
  return {
    form,
    clear: clear.length,
    top1: share(clear, (one) => one.codes.length === 1 && isRight(one)),
    asked: share(clear, asks),
    wrong: share(clear, (one) => one.codes.length > 0 && !isRight(one)),
    unknown: share(clear, ({ codes }) => codes.length === 0),
    shared: shared.length,
    shared_asked: shared.length === 0 ? null : share(shared, asks),
  };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

const share = <T>(all: readonly T[], is: (one: T) => boolean): number =>
  round(all.filter(is).length / (all.length || 1));

function top1Of(forms: readonly FormFigures[], ids: readonly NameFormId[]): number {
  const chosen = forms.filter(({ form }) => ids.includes(form));
  const total = chosen.reduce((sum, { clear }) => sum + clear, 0);
  return round(chosen.reduce((sum, { clear, top1 }) => sum + clear * top1, 0) / (total || 1));
}
