import { normalize } from '../../../language/fold.js';

/** 点名更正: a line of the echo is called by the name it has there: 「用途改成…」 「中间要不要用那条：不用」. */

export type NamedLine = 'goal' | 'amount' | 'horizon' | 'liquidity' | 'loss_limit';

/** As the echo calls them, and as people do. */
const NAMES: readonly (readonly [NamedLine, string])[] = [
  ['goal', '(?:这笔钱的?)?(?:用途|目的)'],
  ['amount', '金额|总额|钱数|数目'],
  [
    'liquidity',
    '(?:中间|中途)(?:要不要|会不会|用不用|需不需要|能不能)?(?:用|取|动)(?:不(?:用|取|动))?(?:钱|它)?|流动性|中间(?=那|这)',
  ],
  ['horizon', '多久(?:之?后)?(?:要|才)?用|用钱(?:的)?时间|期限|年限|时间|多久'],
  [
    'loss_limit',
    '(?:能|可以)?接受的?亏损|(?:能|可以)?(?:最多|顶多)(?:能|可以)?亏(?:多少|损)?|亏损(?:上限|那|这)?|(?:能|可)?承受的?(?:亏损|损失)',
  ],
];

const LINE = '(?:的?(?:那|这))?(?:一)?(?:条|项|栏|个|行|块)?';
const WRONG = '(?:你)?(?:也)?(?:写|记|填|弄|搞|理解)?(?:错|不对|反)了?|不对';
const BECOMES =
  '(?:改成|改为|改到|改作|换成|变成|写成|填成|填|选|应该?是|应当是|就是|其实是|是|为|[:：])';
const SO = '[，,。\\s]*(?:请|帮我|给我|你|要|我要|都|就)*';

const lines = NAMES.map(([slot, name]) => ({
  slot,
  /** The name, and what it shall be. */
  told: new RegExp(
    `(?:${name})${LINE}(?:${WRONG})?${SO}(?:${BECOMES})[:：，,\\s]*(?<value>[^，,。；;！!？?\\n]{1,20})`,
  ),
  /** The name, and that it is wrong or is to be another. */
  wrong: new RegExp(
    `(?:${name})${LINE}(?:${WRONG}|要?(?:改|换)一?下?)(?:[，,。！!]|$|了|吧|啊)|(?:改|换)(?:一?下|掉)?(?:这个|那个)?(?:${name})${LINE}(?:吧|啊)?[。！!]?$`,
  ),
}));

export interface LineNamed {
  readonly slot: NamedLine;
  /** Null: only that it is wrong. */
  readonly value: string | null;
}

/** A question about a line corrects none: 「多久要用是什么意思」. */
const ASKS = /什么意思|啥意思|什么|啥|为什么|怎么(?:算|填|理解)|[吗么？?]$/;

export interface LinesNamed {
  readonly lines: readonly LineNamed[];
  /** The folded words besides. */
  readonly rest: string;
}

export function linesNamed(folded: string): LinesNamed {
  let rest = folded;
  const found: LineNamed[] = [];
  for (const { slot, told, wrong } of lines) {
    const match = told.exec(rest);
    const value = match?.groups?.['value'] ?? '';
    if (match && !ASKS.test(value)) {
      found.push({ slot, value });
      rest = rest.replace(match[0], '');
    } else if (wrong.test(rest)) {
      found.push({ slot, value: null });
      rest = rest.replace(wrong, '');
    }
  }
  return { lines: found, rest };
}

export const isLineNamed = (text: string): boolean =>
  linesNamed(normalize(text).text).lines.length > 0;
