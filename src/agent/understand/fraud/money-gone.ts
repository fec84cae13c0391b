import { normalize } from '../../../language/fold.js';
import { spokenMoney } from '../../../language/spoken-money.js';

/** 钱转出去了没有: read clause by clause, since 「他让我转」 and 「我还没转」 say the same words. */

const SUM = '[\\d一二两三四五六七八九十百千]';
const UNIT = '[万千百块元w]';

/** 「还没转」 「不敢转」 「钱还在」. */
const SAFE =
  /(没|未)(有|来得及|敢|舍得)?(再)?(给)?.{0,4}(转|汇|打(钱|款|过去|给)|付|交(钱|费|款)?(?!易)|充值?|投|给.{0,3}钱)|(不敢|不想|不打算|不会|不去|忍住没?|幸好没|好在没)(再)?(转|汇|付|交)|(差(一)?点|险些|差不多要)(儿)?(就|都|要|已经|给他|把钱)*(转|汇|付|交|打)|钱(都|也)*(还(在|没)|在(?!他|她|对方|骗子|app|平台)|没动|没少)|(没有?|无)(什么)?损失|(没|未)损失|一分(钱)?(也|都)?没|(转|汇|付|打|支付|转账)(款|钱)?(都|也|还|最后)?(没(有)?(成|出去|过去)|失败|不成功|不出去)|(拦|退)(下来|住|回来)了|(退|撤)回(来)?了/;

/** Words with which nothing is done yet: an order, a plan, a question, a case put. */
const NOT_DONE =
  /(马上|这就|等下|等会儿?|待会儿?|一会儿?|现在)(就|去|再|给他)*(转|汇|付|打|交)(过去|给他)?(?!.{0,8}了)|如果|要是|万一|假如|的话|会不会|该不该|要不要|能不能|可不可以|敢不敢|用不用|准备|打算|正要|想(要)?转|不(转|汇|付|交|给)|((?<!刚)才|就)(能|可以|会|没事|行)/;
const ORDERED = new RegExp(
  `(让|叫|要|催|逼|求|要求|喊|说|得|需要)(我|她|他|咱|我们|我.{1,2}|您|先|再|赶紧|马上|今天|立刻|也|必须|把.{1,6}){0,5}(去)?(转|汇|打|付|交|充|存|投)(?!.{0,8}(了|过去了|出去了))`,
);

const MOVED = [
  // 「转了八万」 「转过去了」 「转给他五万了」
  /(转|汇)(账|款|钱)?(过去|出去|进去|走|给.{1,6})?(了|过)(?!吗|没|么|就|会|才|之后|以后|后)/,
  /(转|汇)(过去|出去|走|进去)(?!吗|没|么|就)/,
  /(转|汇)(?!.{0,12}(没事|行|可以|算|好|够|得)了$).{1,12}了$/,
  /(转账|付款|支付|汇款)(都|已经)?(成功|完成|好)了?$|(转|汇|付|交|打)完(了|钱)|(钱|款|[万千百块元])(都|也|已经|刚|就|全)*(打|过|付|划|汇|转|交|给)(过去|出去|给他)?了$/,
  new RegExp(
    `(钱|款|${SUM}+.{0,2}${UNIT}钱?)(都|也|已经|刚|就|全)*(过去了|给(了)?(他|她|对方|人家)了?$)`,
  ),
  /(转|汇|交|付|充|打|给)(了|过)(他|她|对方|人家)?\d{3,}/,
  new RegExp(`(被)?(扣|刷|划|转)(走|掉)?了(我)?.{0,3}(${SUM}+.{0,2}${UNIT}|\\d{3,})`),
  /(他|她|对方|骗子|人)(们)?把.{0,6}(划|转|刷|取|扣)(走|光|了)|(盗刷|刷(走)?)了(我|她|他)/,
  /^(我)?(都|已经|刚|刚才|昨天|今天)*(扫码|扫了码)?(付|交|打|汇|支付)(过|完)?(钱|款|费)?了$/,
  /(已经|刚|刚刚|刚才|昨天|今天|上午|下午|早上|前天|都)(给.{1,6})?.{0,4}(转|汇|打款|付款)(账|钱|给|过去|出去)/,
  // 「上个月已经给过他一回了」
  /(给|借|转|汇|打|寄)(了|过)(他|她|对方|人家)(们)?.{0,2}(一|两|二|三|几|好几|好多)(回|次|笔|趟)/,
  // 「给了他两万」 「投了八万」: with a sum, or money.
  new RegExp(
    `(给|交|投|存|付|充|打|汇|借)(了|过|给(他|她|对方|人家)了?).{0,8}(钱(?!包)|款|${SUM}+.{0,2}${UNIT})`,
  ),
  new RegExp(`(给|交|投|存|付|充|打)(给)?(他|她|对方|人家)?.{0,3}${SUM}+.{0,2}${UNIT}.{0,3}了$`),
  /(充|投|存)进去/,
  // 「被骗走六万」 「卡里的钱没了」
  new RegExp(`骗(走|了|去|掉)?(了)?(我|她|他|咱|我.{1,2})?.{0,4}${SUM}+.{0,3}(${UNIT}|多)`),
  /骗(走|光)了?|(钱|存款|积蓄|余额|卡里).{0,6}(没了|不见了|少了|空了|被(人)?(转|划|刷|扣)(走|了|光))|被(人)?(转|划|刷|盗刷)走/,
  // 「我转的是对公账户」
  /(我|她|他|妈|爸)(是)?(转|汇|打)的|^(转|汇)的(是|那)/,
] as const;

/** Whether folded words, in clauses, say that money has left; null: they do not say. */
export function moneyGoneIn(clauses: readonly string[]): boolean | null {
  const said = clauses.map(goneIn).filter((one) => one !== null);
  // 「已经转了三万，还有两万没转」: what is gone counts.
  return said.length === 0 ? null : said.some((gone) => gone);
}

function goneIn(clause: string): boolean | null {
  if (ELSEWHERE.test(clause)) return null;
  if (SAFE.test(clause)) return false;
  if (NOT_DONE.test(clause) || ORDERED.test(clause)) return null;
  return MOVED.some((words) => words.test(clause)) ? true : null;
}

/** 「我在你们这存了三十万」: with us it is safe, and no loss. */
const ELSEWHERE =
  /(你们|青屿|贵行|正规)(这|那|家|银行|公司|app|平台)?(儿|里|边)?.{0,4}(买|存|投|有|放)/;

/** The sum in a clause that tells of money gone, yuan; null: none, or several. */
export function sumGoneIn(clauses: readonly string[]): number | null {
  const sums = clauses
    .filter((clause) => goneIn(clause) === true)
    .flatMap((clause) => spokenMoney(clause));
  const [only] = sums;
  return sums.length === 1 && only && only.from === only.to ? only.from : null;
}

/** A message in clauses of folded words. */
export const fraudClauses = (text: string): readonly string[] =>
  normalize(text)
    .text.split(/[，,。.！!？?；;、~…\s]+|(?=但是?|可是|不过|只是)/)
    .filter((clause) => clause !== '');
