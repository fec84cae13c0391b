import { normalize } from './fold.js';
import { spokenMoney } from './spoken-money.js';
import { spokenShare } from './spoken-share.js';

/** 指着自己的哪一只: one of what is held, pointed at by how it stands rather than by its name. */

const ONE = '(那|这)?一?(个(?!月|星期|礼拜|季|年)|只|款|支|笔|几只|几个|些)';
const LOST = '(亏|跌|赔|绿|套)(损|钱|本)?(得|了|着|住|牢|掉|过|成)*';
const WON = '(赚|涨|盈|挣)(利|钱)?(得|了|着|过)*';
/** 「那个亏14%的」 「亏得最惨那只」 「那只套着的」; 「亏的时候」 points at none. */
const pointing = (moved: string): RegExp =>
  new RegExp(
    `${ONE}[^，。？]{0,4}${moved}[^，。？]{0,8}的(?!时候|原因|钱|话|吗)|(?<!没|不|别|会)${moved}[^，。？]{0,8}(的${ONE}|的?(那|这)(个|只|款|支))|(有|那|这)一?(个(?!月|星期|礼拜|季|年)|只|款|支)[^，。？]{0,6}${moved}(了|的|，|$)|^(那|我|就)*(的)?${moved}[^，。？]{0,6}的(还|要|能|该|现在|怎么|咋|全|都|卖|留)`,
  );
const AT_LOSS = pointing(LOST);
const AT_GAIN = pointing(WON);
const LOCKED =
  /(锁|封闭|关|没到期|没满|卖不了|取不出来?|动不了|赎不了)(着|住|期|的)*(的|那|这)+(个|只|款|支|笔|几只|钱)?|(那|这)(个|只|款|支|笔)[^，。？]{0,4}(锁|封闭|没到期|没满|卖不了|取不出|动不了|赎不了)/;

export type HoldingPointed = 'loss' | 'gain' | 'locked';

/** Which kind of holding words point at; null: at none. */
export function holdingPointedAt(text: string): HoldingPointed | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  if (LOCKED.test(folded)) return 'locked';
  if (AT_LOSS.test(folded)) return 'loss';
  return AT_GAIN.test(folded) ? 'gain' : null;
}

/** How much it is said to have moved, as a share of what was paid, or in yuan; null: not said. */
export function movedBy(text: string): { readonly share?: number; readonly yuan?: number } | null {
  const share = spokenShare(text.replace(/全部?|都/g, ''));
  if (share !== null && share < 1) return { share };
  const [sum] = spokenMoney(text);
  return sum && sum.from === sum.to ? { yuan: sum.from } : null;
}
