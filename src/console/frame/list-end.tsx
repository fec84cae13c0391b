import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useWords } from '../words/words.js';

/** The service gives no more at once. */
const MOST = 2_000;

interface Growing {
  readonly limit: number;
  /** Null: it is as long as it gets. */
  readonly grow: (() => void) | null;
}

/** How many of a list are read: a page more each time, and one page again of another list. */
export function useGrowing(page: number, of: string): Growing {
  const [held, setHeld] = useState({ of, limit: page });
  const limit = held.of === of ? held.limit : page;
  const more = (): void => setHeld({ of, limit: Math.min(MOST, limit + page) });
  return { limit, grow: limit < MOST ? more : null };
}

/** Where a list stops before its end, it says so and goes on. */
export function ListEnd({
  shown,
  grow,
  isBusy,
}: {
  readonly shown: number;
  readonly grow: Growing['grow'];
  readonly isBusy: boolean;
}): ReactElement {
  const said = useWords().frame;
  return (
    <p className="list-end">
      <span className="meta">{said.firstOnes(shown)}</span>
      {grow ? (
        <Button size="small" loading={isBusy} onClick={grow}>
          {said.moreOnes}
        </Button>
      ) : (
        <span className="meta">{said.narrowDown}</span>
      )}
    </p>
  );
}
