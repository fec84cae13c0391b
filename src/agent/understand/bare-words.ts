import type { Command } from '../../terms/command.js';
import { normalize } from '../../language/fold.js';

/** 只言片语: a sum, a time or a kind of product, and not a word more. */

const NUMBER = '[\\d.一二两三四五六七八九十百千]+来?';
const ABOUT = '(大概|大约|差不多|就)?';
const SUM = new RegExp(`^${ABOUT}${NUMBER}(万|千|百|块|元|w|k)(元|块)?钱?(左右|多)?$`);
const TIME = new RegExp(`^${ABOUT}(${NUMBER}|半)(年|个月|天|周|个星期)(半|左右|多)?(以?后|之后)?$`);
const REGULAR = new RegExp(
  `^(那)?(每个?月|月月|每周)(投|存|定投|扣|买)?${ABOUT}(${NUMBER}(?:万|千|百|块|元|w|k)?)(元|块)?钱?(左右)?$`,
);
const KIND =
  /^(短债|纯债|债基|债券基金|货基|货币|货币基金|指数基金|混合基金|股票基金|理财产品|理财|存单|国债|储蓄国债|大额存单|结构性存款|定期|定期存款|存款|fof|qdii|reits?)(基金|产品)?$/;

/** Without what only ends a sentence. */
export const bare = (text: string): string =>
  normalize(text).text.replace(/[\s，。！？!?,.…~]+$/g, '');

/** 「五万」 「三年」 out of nothing: what is meant by it is asked, with what it mostly is. */
export function measureAlone(text: string): Command | null {
  const said = bare(text);
  if (SUM.test(said)) {
    return {
      do: 'clarify',
      options: [
        { label: '打理这笔钱', say: `我有${said}，想做个理财规划` },
        { label: '把它取出来', say: `想把${said}取出来，多久到账` },
      ],
    };
  }
  const regular = REGULAR.exec(said)?.[5];
  if (regular !== undefined) {
    return {
      do: 'clarify',
      options: [
        {
          label: '每月攒这么多的规划',
          say: `我每月能存${regular}元，想做个理财规划`.replace(/(块|元)元/, '元'),
        },
        { label: '定投怎么设', say: '定投怎么设置，最少多少钱？' },
      ],
    };
  }
  if (!TIME.test(said)) return null;
  return {
    do: 'clarify',
    options: [
      { label: '有笔钱想放这么久', say: `我有一笔钱想放${said}，帮我做个规划` },
      { label: '产品要放多久', say: '产品的持有期限怎么看' },
    ],
  };
}

/** 「短债」: what there is of it. */
export function kindAlone(text: string): Command | null {
  const kind = bare(text).replace(AROUND_KIND, '');
  const query = WHOLE_NAMES[kind] ?? kind;
  return KIND.test(kind) ? { do: 'list_products', query, skip: 0 } : null;
}

const WHOLE_NAMES: Readonly<Record<string, string>> = {
  货币: '货币基金',
  理财: '理财产品',
  存单: '大额存单',
};

/** 「那个REIT」 turns to a kind, whatever was spoken of. */
export const turnsToKind = (text: string): Command | null =>
  /^(那|你们|咱们|银行)/.test(text) && !/呢[?？]?$/.test(text) ? kindAlone(text) : null;

/** 「那银行短债」 「你们货币」 */
const AROUND_KIND = /^(那个|那|你们|咱们|银行|的|家|有|看看|说说|问问)+|(呢|吧|啊|呀)$/g;

interface Fragment {
  readonly when: RegExp;
  /** What it mostly is, each as the handbook asks it. */
  readonly means: readonly (readonly [label: string, say: string])[];
}

const FRAGMENTS: readonly Fragment[] = [
  {
    when: /^(那|大概|一般)?(要|得|需要)?(多久|几天|多长时间|多少天)(啊|呢|呀)?$/,
    means: [
      ['取钱多久到账', '卖出基金后，钱多久到账？'],
      ['买入多久确认', '买入基金后，多久能看到份额？'],
    ],
  },
  {
    when: /^(那|这|要)?(个|去|到|在|上)?(哪|哪里|哪儿|什么地方)(能|可以)?(弄|办|做|搞|操作|看|填)(啊|呢|呀)?$/,
    means: [
      ['在哪开户', '怎么在青屿财富开户？'],
      ['在哪做风险测评', '风险测评要做多久，有多少题？'],
      ['在哪买', '第一次买产品，分几步？'],
    ],
  },
  {
    when: /^(那|这)?(个)?(谁|找谁|哪个)(来|能|可以|给我?)?(办|弄|管|操作|做)(啊|呢|呀)?$/,
    means: [
      ['自己在 App 里办', '第一次买产品，分几步？'],
      ['请顾问帮忙', '转人工'],
    ],
  },
  {
    when: /^(我|俺)?(就)?(一个人|自己)(也|都|又|实在)?(弄|搞|办|做)不(来|了|好|明白|清楚)(啊|呀|呢)?$/,
    means: [
      ['请顾问帮您一步步弄', '转人工'],
      ['约个时间到网点当面办', '能到网点、柜台当面办吗？'],
    ],
  },
];

/** 「要多久」 「在哪弄」 out of nothing: which matter is meant is asked, with what it mostly is. */
export function fragmentAlone(text: string): Command | null {
  const said = bare(text);
  const fragment = FRAGMENTS.find(({ when }) => when.test(said));
  return fragment ? choice(fragment.means) : null;
}

const WHAT = '(一?点|一?些|一?只|几只|个)?(基金|理财|理财产品|产品|东西)?(了|吗|啊|呀|吧|呢|不)*$';
const SELF = '^(那|我|俺|咱)*(就|也|还|真)*(是)?';
const WISH = '(能|可以|要|想|准备|打算)*(给我)?';
const HOW = '(要|想|应该|该)*(怎么|咋|在哪|去哪|从哪|哪里|哪儿)(能|可以|里)*';
const BUYS = '(买|申购|购买|投|下单)';
const SELLS = '(卖|卖掉|卖出|赎回)';

const WISHES_TO_BUY = new RegExp(SELF + WISH + BUYS + WHAT);
const HOW_TO_BUY = new RegExp(SELF + HOW + BUYS + WHAT);
/** 「我想买基金，怎么买」 */
const WISHES_AND_ASKS = new RegExp(
  `${SELF}(想|要|准备|打算)(要)?${BUYS}(一?点|一?些|一?只|个)?(基金|理财|产品|理财产品)?[，,]?(应该|该|要)?(怎么|咋|如何)(${BUYS}|弄|办|操作)(呢|啊|呀)*$`,
);
const OF_SELLING = new RegExp(`${SELF}(${WISH}|${HOW})${SELLS}${WHAT}`);

/** Whether it is a wish to buy, and not a word of what. */
export const buysUnsaid = (text: string): boolean => WISHES_TO_BUY.test(bare(text));

/** 「我要买」 with nothing it could mean: what comes first of it is asked, nothing is bought in a chat. */
export function tradeAlone(text: string): Command | null {
  const said = bare(text);
  if (HOW_TO_BUY.test(said) || WISHES_AND_ASKS.test(said))
    return { do: 'answer', query: '第一次买产品，分几步？' };
  if (buysUnsaid(said)) return choice(BUYING);
  return OF_SELLING.test(said) ? choice(SELLING) : null;
}

const BUYING: Fragment['means'] = [
  ['有哪些在售的产品', '你们有哪些产品？'],
  ['怎么下单', '第一次买产品，分几步？'],
  ['怎么先做个规划', '我想做个理财规划'],
];
const SELLING: Fragment['means'] = [
  ['手里有哪些可以卖', '我的持仓怎么样？'],
  ['卖出后几天到账', '卖出基金后，钱多久到账？'],
  ['赎回费怎么收', '基金赎回费怎么收？'],
];

const choice = (means: Fragment['means']): Command => ({
  do: 'clarify',
  options: means.map(([label, say]) => ({ label, say })),
});
