import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { useWords } from '../words/words.js';
import type { QueueItem } from './shapes.js';

type Rule = QueueItem['rules'][number];

/** The gravest of what was found; undefined: nothing was, the lot fell on it. */
export const gravest = (rules: readonly Rule[]): Rule | undefined =>
  rules.find(({ severity }) => severity === 'hard') ?? rules[0];

/** 级别: how grave it is, or that it was drawn by lot. */
export function Level({ rules }: { readonly rules: readonly Rule[] }): ReactElement {
  const words = useWords().review;
  const found = gravest(rules);
  if (!found) return <Chip>{words.lot}</Chip>;
  return <Chip tone={found.severity === 'hard' ? 'stop' : 'wait'}>{words[found.severity]}</Chip>;
}
