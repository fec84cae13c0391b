import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { addDays, isLocalDate } from '../terms/time.js';
import type { TradingCalendar } from '../terms/trading-calendar.js';

const CALENDARS = fileURLToPath(new URL('../../knowledge/calendars', import.meta.url));

const Day = z.string().refine(isLocalDate, 'is no day');

const YearTable = z.strictObject({
  id: z.string().min(1),
  version: z.number().int().positive(),
  from: Day,
  to: Day,
  cut_off: z.string().regex(/^\d{2}:\d{2}$/),
  source: z.string().min(1),
  closures: z.array(z.strictObject({ name: z.string().min(1), from: Day, to: Day })),
});

/** The tables of `knowledge/calendars`, a year each, put together; a gap between two stops the start. */
export function loadTradingCalendar(folder = CALENDARS): TradingCalendar {
  const tables = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => YearTable.parse(parse(readFileSync(join(folder, name), 'utf8'))))
    .sort((a, b) => a.from.localeCompare(b.from));
  const [first] = tables;
  const last = tables.at(-1);
  if (!first || !last) throw new Error(`${folder}: no trading calendar`);
  for (const [at, { from, id }] of tables.slice(1).entries()) {
    if (from !== addDays(tables[at]?.to ?? '', 1)) throw new Error(`${id}: does not follow on`);
  }
  return {
    from: first.from,
    to: last.to,
    closures: tables.flatMap(({ closures }) => closures),
    cutOff: last.cut_off,
    source: tables.map(({ source }) => source).join('；'),
    version: tables.map(({ id, version }) => `${id}@${version}`).join(' '),
  };
}
