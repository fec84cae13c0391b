import { parse } from 'yaml';
import { z } from 'zod';
import type { RiskLevel } from '../../../terms/risk.js';
import { ASSET_CLASSES } from './asset-class.js';
import type { ByClass } from './asset-class.js';
import { isMonth } from './month.js';

export const MonthText = z.string().refine(isMonth, 'is no month (YYYY-MM)');

const SeriesFile = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  file: z.string().min(1),
  from: MonthText,
  to: MonthText,
  source: z.string().min(1),
  series: z.array(
    z.strictObject({
      column: z.string().min(1),
      name: z.string().min(1),
      kind: z.enum(['price_index', 'total_return_index', 'price', 'exchange_rate']),
      unit: z.string().min(1),
    }),
  ),
  classes: z.record(
    z.enum(ASSET_CLASSES),
    z.strictObject({
      name: z.string().min(1),
      grade: z.number().int().min(1).max(5),
      level: z.string().nullable(),
      times: z.string().optional(),
      caution: z.string().optional(),
    }),
  ),
});

/** How an asset class is made of the series. */
export interface ClassSeries {
  /** In the customer's words. */
  readonly name: string;
  /** Effective risk grade of a plain product of the class. */
  readonly grade: RiskLevel;
  /** Column of levels; null: no series, the assumed rate stands in. */
  readonly level: string | null;
  /** Column of the exchange rate that turns the level into yuan. */
  readonly times?: string | undefined;
  /** What must be said of its past, beside its figures. */
  readonly caution?: string | undefined;
}

/** 市场数据说明: what the month-end levels are, whence, and the classes made of them. */
export type MarketSeries = Omit<z.infer<typeof SeriesFile>, 'classes'> & {
  readonly classes: ByClass<ClassSeries>;
};

/** The description, or what is wrong with it. */
export function parseSeries(yaml: string): MarketSeries | string {
  const parsed = SeriesFile.safeParse(parse(yaml));
  if (!parsed.success) return z.prettifyError(parsed.error).replaceAll('\n', ' ');
  const file = parsed.data as MarketSeries;
  const columns = new Set(file.series.map(({ column }) => column));
  for (const name of ASSET_CLASSES) {
    for (const column of [file.classes[name].level, file.classes[name].times]) {
      if (column && !columns.has(column)) return `classes.${name}: no series is called ${column}`;
    }
  }
  return file;
}
