import { useEffect, useRef } from 'react';
import { playTone } from '../frame/tone.js';
import { recall } from '../remembered.js';
import { useWords } from '../words/words.js';
import type { QueueLine } from './shapes.js';

/** 新到客户: the tab's title counts who waits, and a tone tells of somebody new to whoever wants one. */
export function useArrivals(waiting: readonly QueueLine[]): void {
  const said = useWords().desk;
  const known = useRef<ReadonlySet<string> | null>(null);
  const count = waiting.length;
  useEffect(() => {
    document.title = count > 0 ? `(${count}) ${said.tab}` : said.tab;
  }, [count, said]);
  useEffect(() => {
    const ids = waiting.map(({ conversation }) => conversation);
    // Whoever waits already when the page opens is no news.
    const isNews = known.current !== null && ids.some((id) => !known.current?.has(id));
    known.current = new Set(ids);
    if (isNews && recall('sound') === 'on') playTone();
  }, [waiting]);
}
