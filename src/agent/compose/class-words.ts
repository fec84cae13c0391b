import type { Classed } from '../../advice/profiling/class-change.js';
import type { Fact } from '../../terms/fact.js';
import type { LocalDate } from '../../terms/time.js';

/** A class as customers read it: its number, and whether it is the lowest category. */
export const classText = (classed: Classed | undefined): string => {
  if (!classed) return '';
  return classed.lowestCategory ? 'C1（最低类别）' : `C${classed.tolerance}`;
};

export const dated = (value: LocalDate, label: string): Fact => ({ value, unit: 'date', label });
