import { normalize } from '../../language/fold.js';
import type { ProductAspect } from '../../terms/command.js';

/** 资料里没有的: measures customers name of a product that its master has no figure for. */

export interface Measure {
  /** As it is said in a reply. */
  readonly name: string;
  /** The side of the product that comes nearest. */
  readonly nearest: ProductAspect;
  /** Words of a section that tell it all the same; absent: its name. */
  readonly says?: RegExp;
  /** When it fell, or rose again: only how far it fell is known. */
  readonly isOfFall?: true;
}

const MEASURES: readonly (readonly [RegExp, Measure])[] = [
  [/夏普|sharpe/, { name: '夏普比率', nearest: 'performance' }],
  [/波动率|标准差/, { name: '波动率', nearest: 'performance' }],
  [/阿尔法|alpha|超额收益/, { name: '超额收益', nearest: 'performance' }],
  [/贝塔|(?<![a-z])beta/, { name: '贝塔系数', nearest: 'performance' }],
  [
    /(跑(赢|输|过|不过)|落后|对比|比)(了|过)?[^，。]{0,6}基准[^，。]{0,8}(多少|几|没|吗|么|$|[?？])|基准[^，。]{0,6}(跑(赢|输)|差)(了)?(多少|几|没|吗|么)/,
    { name: '基准同期涨跌多少、跑赢还是跑输了多少，', nearest: 'benchmark' },
  ],
  [/卡玛|calmar|信息比率|索提诺/, { name: '这项风险收益比率', nearest: 'performance' }],
  [/跟踪(误差|偏离)/, { name: '跟踪误差', nearest: 'performance' }],
  [/同类.{0,4}(排|第|平均)|(业绩|收益)?排(名|第)几?/, { name: '同类排名', nearest: 'performance' }],
  [/(成立|发行)(以来|到现在|至今)/, { name: '成立以来的收益', nearest: 'performance' }],
  [
    /回撤.{0,6}(哪|什么时候|啥时候|几号|时间|期间)|哪(?!个|只|款|边|种).{0,6}(最大)?回撤/,
    { name: '最大回撤从哪天到哪天', nearest: 'risk', isOfFall: true },
  ],
  [/久期/, { name: '久期', nearest: 'overview' }],
  [/信用下沉|下沉到|(债券|持仓|信用)(的)?评级/, { name: '持仓债券的评级', nearest: 'risk' }],
  [/杠杆(率|比例|多|加|有|上限)/, { name: '杠杆率', nearest: 'overview' }],
  [
    /成立(了)?(多久|几年|多长|多少年|时间|日期|(在|是)?(哪|什么时候|啥时候))|(哪|什么)(一)?(年|天|时候)成立/,
    { name: '成立的日子', nearest: 'overview' },
  ],
  [
    /(?<!(会|能|以后|将来|时候|多久)[^，。]{0,4})((涨|修复)(回|上)?(来|去)(了)?(没|吗|么)|涨回(了)?没|回本(了)?(没|吗))/,
    { name: '跌下去以后有没有涨回来', nearest: 'risk' },
  ],
  [
    /(回撤)?修复(用|要|花|了|时间|多久|天)/,
    { name: '回撤修复用的时间', nearest: 'risk', isOfFall: true },
  ],
  [
    /(仓位|持仓比例|占比)(的)?(上限|下限|是|有|多|最|范围)|占(了)?(多大|多少|几成|多高)/,
    { name: '具体的仓位', nearest: 'overview' },
  ],
  [
    /(去年|今年|前年|上(个)?(季度|半年|次|回))[^，。]{0,4}分(红)?(了|过|到)?(多少|几(块|毛|分))/,
    { name: '每次实际分了多少', nearest: 'performance' },
  ],
  [/换手(?!成本|费|损耗)/, { name: '换手率', nearest: 'overview' }],
  [
    /(基金|产品|总|资产)?规模(多|有|是|大|呢|$)|多大规模/,
    { name: '最新规模', nearest: 'overview' },
  ],
  [/重仓|前十大|持仓(明细|股)|(买|投)了哪些(股票|债)/, { name: '具体的持仓', nearest: 'overview' }],
  [
    /(基金)?经理(是谁|叫什么|换|管|做|任|从业|多久|几年|呢)|谁(在)?管(理)?(它|这只|的|着)/,
    { name: '基金经理的姓名和任职时间', nearest: 'issuer' },
  ],
  [/(账户|保单)(的)?管理费/, { name: '保单管理费', nearest: 'fees', says: /管理费/ }],
  [/追加/, { name: '追加买入的起点', nearest: 'minimum' }],
  [
    /(保底|保证|最低(保证|结算))的?(利率|结算|收益率)|保底[^，。]{0,4}(多少|几)|利率(保底|下限)/,
    { name: '保证利率具体是多少', nearest: 'performance', says: /保证利率是? ?[\d.]+ ?%/ },
  ],
  [
    /到期(日|那天)?(是|在)?(几号|哪(一)?天(?!.*(到账|钱))|(什么|啥)(日子|时候)(?!.*(到账|钱|回)))/,
    { name: '到期的具体日子', nearest: 'term', says: /没有(固定)?到期日/ },
  ],
  [
    /(最多|上限|限额)[^，。]{0,6}(取|赎|卖(?!给)|提|拿)|(取|赎回?|提)[^，。]{0,4}(上限|限额)/,
    { name: '一次最多能赎回多少', nearest: 'redemption', says: /最多 ?[\d,.]+ ?万?元/ },
  ],
  [
    /(最多|上限)[^，。]{0,6}(买|申购|投|存)|限购|限额|(买|申购)[^，。]{0,4}上限/,
    { name: '一次最多能买多少', nearest: 'minimum', says: /限购|有上限|最多能买/ },
  ],
];

/** What such a thing is, or how it is read, is general knowledge. */
const IN_GENERAL =
  /什么是|是什么(?!时候|时间|日子|样)|(啥|什么)意思|是啥|怎么(看|算|理解|回事)|多少(算|才|合适|正常)|(越|太)(高|大|低|小)|有什么用|凭|为什么|为啥/;

/** What is asked of a product by measures nobody here has, in the order they are known; may be empty. */
export function measuresAsked(text: string): readonly Measure[] {
  const folded = normalize(text).text.replace(/\s/g, '');
  if (IN_GENERAL.test(folded)) return [];
  return MEASURES.flatMap(([words, measure]) => (words.test(folded) ? [measure] : []));
}

/** The first of them; null: there is none. */
export const measureAsked = (text: string): Measure | null => measuresAsked(text)[0] ?? null;
