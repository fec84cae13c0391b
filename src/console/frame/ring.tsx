import type { ReactElement } from 'react';

const RADIUS = 16;
const ROUND = 2 * Math.PI * RADIUS;

/** `theirs`: nothing is left to do here. */
export type RingTone = 'fine' | 'soon' | 'late' | 'theirs';

/** 时限: how much of a time is left, 0 … 1, with its figure in the middle. */
export const Ring = ({
  tone,
  part,
  text,
  label,
}: {
  readonly tone: RingTone;
  readonly part: number;
  readonly text: string;
  readonly label: string;
}): ReactElement => (
  <svg className={`ring ring-${tone}`} viewBox="0 0 38 38" role="img" aria-label={label}>
    <circle className="ring-track" cx={19} cy={19} r={RADIUS} />
    <circle
      className="ring-left"
      cx={19}
      cy={19}
      r={RADIUS}
      strokeDasharray={`${part * ROUND} ${ROUND}`}
      transform="rotate(-90 19 19)"
    />
    <text x={19} y={22.5} textAnchor="middle">
      {text}
    </text>
  </svg>
);
