import { Problem } from '../../access/problem.js';
import type { Keeper } from '../../ledger/keeper.js';
import type { Trouble } from '../../ledger/trouble.js';
import { LedgerTrouble } from '../../ledger/trouble.js';

const WHY: Readonly<Record<Trouble, string>> = {
  rollback: '数据库比已公布的检查点旧，账本已停止签名，现在不能出具证明',
  fork: '数据库与已签名的历史不一致，账本已停止签名，现在不能出具证明',
};

/** The keeper for those who hand out proofs: where it signs nothing, whoever asks is told why. */
export const tellingTrouble = ({ sign, keyLine }: Keeper): Pick<Keeper, 'sign' | 'keyLine'> => ({
  keyLine,
  sign: () =>
    sign().catch((error: unknown) => {
      if (!(error instanceof LedgerTrouble)) throw error;
      throw new Problem(409, WHY[error.trouble], {}, { trouble: error.trouble });
    }),
});
