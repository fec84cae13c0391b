import type { ReactElement } from 'react';
import { useWords } from '../words/words.js';

/** What a rule is called, in the reader’s language. */
export function RuleTitle({
  rule,
  title,
}: {
  readonly rule: string;
  readonly title: string;
}): ReactElement {
  return <>{useWords().ruleName(rule, title)}</>;
}
