import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useWords } from '../words/words.js';

interface Growing {
  readonly limit: number;
  readonly grow: () => void;
}

/** How many of a list are read: a page more each time, and one page again of another list. */
export function useGrowing(page: number, of: string): Growing {
  const [held, setHeld] = useState({ of, limit: page });
  const limit = held.of === of ? held.limit : page;
  return { limit, grow: () => setHeld({ of, limit: limit + page }) };
}

/** Where a list stops before its end, it says so and goes on. */
export function ListEnd({
  shown,
  grow,
  isBusy,
}: {
  readonly shown: number;
  readonly grow: () => void;
  readonly isBusy: boolean;
}): ReactElement {
  const said = useWords().frame;
  return (
    <p className="list-end">
      <span className="meta">{said.firstOnes(shown)}</span>
      <Button size="small" loading={isBusy} onClick={grow}>
        {said.moreOnes}
      </Button>
    </p>
  );
}
