import { normalize } from '../language/fold.js';
import type { Basis } from '../terms/finding.js';

/** 点名个股 (row 29): what somebody wants to know of one security. */
export interface StockQuestion {
  /** As the customer wrote it, folded. */
  readonly stock: string;
  /** 预测、选股、择时 are investment advice on securities; anything else asks for facts. */
  readonly wants: 'predict' | 'select' | 'time' | 'facts';
  /** Never more than facts, whatever is wanted. */
  readonly verdict: 'INFO_ONLY';
  readonly basis: readonly Basis[];
}

/**
 * 证券法 art. 160 [T]: advice on securities needs approval; analysing, selecting, predicting or timing a
 * named security is such advice (荐股软件规定 [W]). Null: no single security is named.
 */
export function stockQuestionIn(text: string): StockQuestion | null {
  const folded = normalize(text).text.replace(/\s/g, '');
  const stock = (CODE.exec(folded) ?? NAMED.exec(folded) ?? KNOWN.exec(folded))?.[0];
  if (stock === undefined) return null;
  const wants = WANTS.find(([, words]) => words.test(folded))?.[0] ?? 'facts';
  return { stock, wants, verdict: 'INFO_ONLY', basis: BASIS };
}

/**
 * Shanghai and Shenzhen shares by their six digits. Codes of 00… are a fund's as well, and 600000 is a sum
 * as often as a bank: those need the word beside them.
 */
const CODE =
  /(?<![\d.,])(?:60[0135]|68[89]|30[01])(?!000)\d{3}(?![\d.,元万块])|(?<![\d.,])00[0123]\d{3}(?=的?(?:这只|那只)?(?:股票|个股|a股))/;

/** 「平安银行股票」: what companies are called, right before the word. */
const NAMED =
  /[一-鿿]{2,4}(?:银行|证券|保险|科技|股份|集团|电子|医药|制药|汽车|能源|电力|地产|通信|航空|生物|材料|智能|电气|化工|食品|酒业)的?(?:股票|个股|a股)(?!型|类|基金|账户|指数|仓位)/;

/** Most asked for by their bare names; none of them sells anything a customer could mean instead. */
const KNOWN =
  /(?:贵州)?茅台|五粮液|宁德时代|比亚迪|中芯国际|隆基绿能|药明康德|恒瑞医药|迈瑞医疗|工业富联|立讯精密|海康威视|美的集团|格力电器|紫金矿业|中国中免|赛力斯|寒武纪|英伟达|特斯拉/;

const WANTS: readonly (readonly ['predict' | 'select' | 'time', RegExp])[] = [
  [
    'time',
    /(什么时候|啥时候|何时|几时|哪天|现在|今天|明天|这时候|该|要不要|是不是(该|要)|能不能|可不可以|可以|还能)[^。]{0,6}(卖|割|抄底|加仓|补仓|减仓|清仓|止损|止盈|上车|进场|入场|出手|跑|拿着|持有)|(什么时候|啥时候|何时|几时)[^。]{0,4}买|(买|卖)点/,
  ],
  [
    'predict',
    /(会|能|还|要|将)[^。]{0,4}(涨|跌|翻倍|反弹|回调|到\d)|涨(多少|到|吗|不)|跌(多少|到|吗|不)|目标价|走势|后市|前景|看(多|空|涨|跌|好)|见(底|顶)|能到多少/,
  ],
  [
    'select',
    /(能|可以|可|敢|值得|值不值得|该不该|要不要|适合|推荐|建议)[^。]{0,4}(买|入手|投|配|持有)|(买|选|挑|推荐)(它|哪|不买|吗|么)|哪(个|只|家)(更)?(好|强|划算)|好不好|怎么样|咋样|行不行/,
  ],
];

const BASIS: readonly Basis[] = [
  { instrument: '证券法', article: '第一百六十条', tag: 'T' },
  { instrument: '数智员工守则', article: '个股', tag: 'M' },
];
