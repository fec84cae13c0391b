import type { Command } from '../../terms/command.js';
import { normalize } from '../../language/fold.js';

/** 只言片语: a sum, a time or a kind of product, and not a word more. */

const NUMBER = '[\\d.一二两三四五六七八九十百千]+来?';
const ABOUT = '(大概|大约|差不多|就)?';
const SUM = new RegExp(`^${ABOUT}${NUMBER}(万|千|百|块|元|w|k)(元|块)?钱?(左右|多)?$`);
const TIME = new RegExp(`^${ABOUT}(${NUMBER}|半)(年|个月|天|周|个星期)(半|左右|多)?$`);
const KIND =
  /^(短债|纯债|债基|债券基金|货基|货币基金|指数基金|混合基金|股票基金|理财产品|国债|大额存单|结构性存款|fof|qdii|reits?)(基金)?$/;

const bare = (text: string): string => normalize(text).text.replace(/[\s，。！？!?,.…~]+$/g, '');

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
export const kindAlone = (text: string): Command | null =>
  KIND.test(bare(text)) ? { do: 'list_products', query: bare(text), skip: 0 } : null;
