import type { FraudNews } from '../../../terms/fraud.js';

/** 打算转: money that has not left, and that its owner thinks of sending, or of bringing to safety. */

const SUM = '[\\d一二两三四五六七八九十百千几半]+(多|来)?.{0,2}[万千百块元w]';
const LITTLE = `${SUM}|一?(点|小笔|次|笔)|小(额|钱)|试`;
const PAY = `((?<!刚|反|好)(转|汇|付|充|投)(?!(账|帐)户|身|告|发|人工|运)(账|钱|款|值)?|打(钱|款|过去|给他|(?=${SUM}))|交(钱|费)?(?!易|代|警|给警)|给(他|她|对方|人家)(?=.{0,4}(钱|${SUM})))`;
const ON =
  '(再|先|就|也|只|去|给他|给对方|给人家|把(这|那)?(个|些|笔)?钱|过去|银行|柜台|这|那|个)*';

/** 「两千应该没事吧」 「转两千行不行」 「转过去试试」. */
const MIND =
  '(行不行|行吗|行么|行吧|可以吗|可以吧|可不可以|好吗|好不好|没事吧|没事吗|没事的?$|没问题|不要紧|不碍事|不会有(事|问题)|问题不大|总(没|行)|试试|试一(下|试)|看看(再|$)|算了$|得了$|怕什么|也没(什么|啥)|无所谓)';

const ASKS: readonly RegExp[] = [
  new RegExp(`${PAY}.{0,16}${MIND}`),
  new RegExp(`(${LITTLE}).{0,14}(应该|也|总|就)?${MIND}`),
  new RegExp(
    `(要不要|该不该|能不能|可不可以|敢不敢|应不应该|用不用|需不需要|是不是(得|该|要|应该|可以))${ON}${PAY}`,
  ),
  new RegExp(
    `^(那)?(我|现在|到底|这|这个|就)*(能|可以|该|要|敢|应该)${ON}${PAY}.{0,10}(吗|么|不|呢)$`,
  ),
  /(转|付|交|打)还是不(转|付|交|打)|(转|付|交)不(转|付|交)/,
];

/** 「我准备转了」 「那我就转两千」 「我去银行转」. */
const PLANS: readonly RegExp[] = [
  new RegExp(
    `(我|那|要不|干脆|还是)(就|现在|这|已经|正|都)*(打算|准备|正要|这就|马上|想着?|决定|去|信他一次)${ON}${PAY}`,
  ),
  new RegExp(`^(那|要不|我|干脆|还是)+(就|先|只|再|也)+(给他|给对方)?${PAY}`),
  new RegExp(`^(要不|干脆|还是)(我|就|先|再|也)*(${PAY}|给.{0,2}${SUM})`),
  new RegExp(`^(我)?(就|只|才|先)+(给他)?${PAY}.{0,3}(${LITTLE})`),
];

/** Whose doing it is: what the cheat orders is no plan of the customer's. */
const HIS =
  /(让|叫|催|逼|喊|求|要求|教)(我|咱|你|先|再|马上)|(他|她|对方|骗子|人家|客服|老师)(们)?(又|还|就|现在|一直|非)*(说|要|让|叫|催|喊)/;
const NO_PLAN = /差(一)?点|险些|幸好|忍住|不(转|付|交)了|没(有)?(转|付|交|打)|别转|不会转/;

/** 「要不要先转到我老公卡上」 「取出来放家里安全吗」. */
const OWN_PLACE =
  '(我|咱)?(的)?(老公|老婆|爱人|丈夫|妻子|爸|妈|父母|儿子|女儿|孩子|闺女|家里?人|姐|妹|哥|弟|朋友|另外?一?张|另一个|别的(卡|银行)|其他(卡|银行)|其它(卡|银行)|新(办的)?卡|自己(的)?(另|别|其)|支付宝|微信(里|零钱)|余额宝)';
const MOVES: readonly RegExp[] = [
  new RegExp(`(转|挪|移|存|放|打(钱|款)|汇|倒)(到|去|给|进|回|走到)?.{0,2}${OWN_PLACE}`),
  /(要不要|该不该|用不用|需不需要|是不是(得|该|要)|可不可以|能不能|我想|打算|赶紧|先|要不)(我)?(把|将)?(我|咱)?(的)?(卡|银行|账户|钱).{0,6}(取|转|挪|提|倒)(出来|走|掉|空|光|现)|(取出来|取现|转走|挪走|转移).{0,8}(安全|保险|放心|行吗|行不行|好吗|好不好|吗$)|(钱|存款)(要不要|用不用|该不该|需要)(先)?(取|转|挪|转移)/,
];

/** What folded words, in clauses, tell of money its owner thinks of moving. */
export function intendedIn(clauses: readonly string[]): readonly FraudNews[] {
  const folded = clauses.join('');
  if (MOVES.some((words) => words.test(folded)) && !ORDERED_AWAY.test(folded)) {
    return ['move_money'];
  }
  const asks = clauses.some((clause, at) => {
    if (NO_PLAN.test(clause)) return false;
    // 「他说只转两千，应该没事吧」: what he says, and what is asked of it.
    const withNext = clauses.slice(at, at + 3).join('');
    if (ASKS.some((words) => words.test(clause) || words.test(withNext))) return true;
    return !HIS.test(clause) && PLANS.some((words) => words.test(clause) || words.test(withNext));
  });
  return asks ? ['may_pay'] : [];
}

/** 「他让我转到我老公卡上」 is his order. */
const ORDERED_AWAY = /(让|叫|要求|催)我.{0,8}(转|挪|存|打)/;
