import { useEffect } from 'react';
import { useApi } from '../api/api-context.js';
import type { Answer } from '../api/client.js';
import { useRead } from '../api/use-read.js';
import { useInside } from '../session/session.js';

export type Unsealing = Answer<'get', '/desk/unsealings'>['unsealings'][number];

export interface UnsealingList {
  readonly list: readonly Unsealing[];
  readonly again: () => void;
}

const EVERY_MS = 15_000;

/** 紧急查看 that was asked for today; whoever waits for a second person need not reload. */
export function useUnsealings(): UnsealingList {
  const call = useApi();
  const { may } = useInside();
  const isAsked = may('glass.list');
  const { value, again } = useRead(isAsked ? 'unsealings' : null, (signal) =>
    call('get', '/desk/unsealings', { signal }),
  );
  useEffect(() => {
    if (!isAsked) return;
    const timer = setInterval(again, EVERY_MS);
    return () => clearInterval(timer);
  }, [again, isAsked]);
  return { list: value?.unsealings ?? [], again };
}
