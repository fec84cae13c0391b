import type { ReactElement, ReactNode } from 'react';

/** What a small label says of its thing; never by colour alone: the word is in it. */
export type Tone = 'plain' | 'brand' | 'ai' | 'ok' | 'wait' | 'stop';

export const Chip = ({
  tone = 'plain',
  icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}): ReactElement => (
  <span className={`chip chip-${tone}`}>
    {icon}
    {children}
  </span>
);
