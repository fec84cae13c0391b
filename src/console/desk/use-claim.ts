import { useApi } from '../api/api-context.js';
import { Refused } from '../api/problem.js';
import { useChange } from '../api/use-change.js';

export interface Claim {
  readonly isBusy: boolean;
  readonly claim: () => void;
}

interface Outcomes {
  readonly taken: () => void;
  /** A colleague was quicker, which the reader has been told with their name. */
  readonly lost: () => void;
  /** Whichever it was: what is shown may be old. */
  readonly settled: () => void;
}

/** 接手 what was seen under an epoch: whoever else has taken it since keeps it. */
export function useClaim(id: string, seen: number, { taken, lost, settled }: Outcomes): Claim {
  const call = useApi();
  const { isBusy, run } = useChange();
  const ask = async (): Promise<void> => {
    try {
      await call('post', '/desk/conversations/{id}/claim', { path: { id }, query: { seen } });
      taken();
    } catch (error) {
      if (error instanceof Refused && 'heldBy' in error.refusal.more) lost();
      throw error;
    }
  };
  const claim = (): void => {
    if (!isBusy) void run(ask).then(settled);
  };
  return { isBusy, claim };
}
