import type { ReactElement } from 'react';
import { gainOf } from '../../words/figures.js';

/** Of what has a price; its sign stands beside its colour. */
export function Gain({ yuan }: { readonly yuan: number | null }): ReactElement {
  if (yuan === null) return <span className="meta">–</span>;
  return <span className={yuan > 0 ? 'gain' : yuan < 0 ? 'loss' : ''}>{gainOf(yuan)}</span>;
}
