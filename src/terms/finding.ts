import type { EvidenceTag } from './passage.js';

/** Where a rule comes from. House rules name the house's own document and carry tag M. */
export interface Basis {
  readonly instrument: string;
  readonly article: string;
  readonly tag: EvidenceTag;
}

/** What a rule saw in a sentence (发现). Offsets are UTF-16 code units of the original text. */
export interface Finding {
  readonly rule: string;
  readonly severity: 'hard' | 'soft';
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly basis: Basis;
}

export type Verdict = 'pass' | 'rewrite' | 'block';
