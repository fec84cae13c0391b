import type { ReactElement } from 'react';

const STEPS = [1, 2, 3, 4, 5] as const;

/** 风险等级: bars for the eye, 「R3」 for everybody. */
export const Grade = ({ level }: { readonly level: number | null }): ReactElement =>
  level === null ? (
    <span className="meta">–</span>
  ) : (
    <span className="grade">
      <span className={`grade-bars grade-r${level}`} aria-hidden="true">
        {STEPS.map((step) => (
          <i key={step} data-on={step <= level || undefined} />
        ))}
      </span>
      R{level}
    </span>
  );
