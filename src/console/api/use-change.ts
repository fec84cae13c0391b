import { App } from 'antd';
import { useCallback, useState } from 'react';
import { useWords } from '../words/words.js';
import { Refused, saidBy } from './problem.js';

export interface Change {
  readonly isBusy: boolean;
  /** Whether it was done; what the service says against it is shown to the person. */
  readonly run: (work: () => Promise<unknown>, done?: string) => Promise<boolean>;
}

export function useChange(): Change {
  const words = useWords();
  const { message } = App.useApp();
  const [isBusy, setBusy] = useState(false);
  const run = useCallback(
    async (work: () => Promise<unknown>, done?: string) => {
      setBusy(true);
      try {
        await work();
        if (done !== undefined) void message.success(done);
        return true;
      } catch (error) {
        const said =
          error instanceof Refused ? words.house(saidBy(error)) : words.offline.unreachable;
        void message.error(said, 6);
        return false;
      } finally {
        setBusy(false);
      }
    },
    [message, words],
  );
  return { isBusy, run };
}
