/** Where a list stops before its end, it says so, beside what is printed. */

/** As many as the service gives at once. */
export const ALL = 'limit=2000';

export interface MoreShown {
  readonly more: boolean;
}

export function warnOfMore(more: boolean, shown: number): void {
  if (more) process.stderr.write(`only the first ${shown}: there are more\n`);
}
