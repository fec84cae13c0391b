import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { FailedLine } from '../frame/states.js';
import { percentOf } from '../words/figures.js';
import { useWords } from '../words/words.js';
import { daysBack } from './shapes.js';

const DAYS = 90;

/** 真实违规率: out of what the lot fell on, with its interval as a bar. */
export function RateLine(): ReactElement | null {
  const words = useWords().review;
  const said = words.queue;
  const call = useApi();
  const read = useRead('review figures', (signal) =>
    call('get', '/review/figures', { query: { since: daysBack(DAYS) }, signal }),
  );
  const rate = read.value?.rate;
  if (!rate) return read.failure && <FailedLine what={said.rate} again={read.again} />;
  const { value, low, high, reviewed, covered } = rate;
  // The scale ends a little beyond the interval, so that a small rate is still to be seen.
  const scale = Math.max(0.01, high * 1.25);
  return (
    <section className="card rate-line" aria-label={said.rate}>
      <div>
        <h2 className="meta">
          {said.rate} · {words.days(DAYS)}
        </h2>
        <strong className="figure">{value === null ? said.rateNone : percentOf(value, 2)}</strong>
      </div>
      {value !== null && (
        <>
          <svg className="interval" viewBox="0 0 160 16" aria-hidden="true">
            <path d="M0 8h160" className="interval-scale" />
            <rect
              x={(low / scale) * 160}
              width={Math.max(2, ((high - low) / scale) * 160)}
              y="4"
              height="8"
              rx="2"
              className="interval-range"
            />
            <rect
              x={(value / scale) * 160 - 1}
              width="3"
              y="1"
              height="14"
              className="interval-at"
            />
          </svg>
          <span className="meta">{said.interval(percentOf(low, 2), percentOf(high, 2))}</span>
        </>
      )}
      <span className="meta">{said.sampled(reviewed)}</span>
      <span className="meta">{said.covered(percentOf(covered, 0))}</span>
    </section>
  );
}
