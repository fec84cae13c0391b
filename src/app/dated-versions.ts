import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalDate } from '../terms/time.js';

/** 按生效日期的版本: a folder of files, one a version, each with the day from which it holds. */
export interface Dated {
  readonly version: string;
  readonly effective: LocalDate;
}

/** Every version of a folder, the last to take effect last; throws as `read` does, or where two are alike. */
export function versionsIn<Version extends Dated>(
  folder: string,
  read: (text: string, file: string) => Version,
): readonly Version[] {
  const versions = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => read(readFileSync(join(folder, name), 'utf8'), name))
    .sort((a, b) => a.effective.localeCompare(b.effective));
  const twice = versions.find(({ version }, nth) =>
    versions.some((other, at) => at < nth && other.version === version),
  );
  if (twice) throw new Error(`${folder}: ${twice.version} stands in two files`);
  return versions;
}

/** The latest that has taken effect by a day. */
export function heldOn<Version extends Dated>(
  versions: readonly Version[],
  day: LocalDate,
  what: string,
): Version {
  const held = versions.filter(({ effective }) => effective <= day).at(-1);
  if (!held) throw new Error(`no ${what} on ${day}`);
  return held;
}
