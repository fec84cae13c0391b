import type { Round, SeenTurn } from './prompt-reading.js';

/** How long an answer may be, as the prompt asks; a passage that is little longer is said whole. */
const SHORT_ENOUGH = 140;
/** Less than this and there is no basis, whatever words it has. */
const SOME_BASIS = 0.5;

interface SeenPassage {
  readonly number: number;
  readonly head: string;
  readonly text: string;
}

/** An answer in words of its own from what the tools gave: figures and names as they stand, cited. */
export function wordsFor(turn: SeenTurn): string {
  const parts = turn.rounds.flatMap((round) => partFor(round, turn.words));
  const distinct = [...new Set(parts)];
  return distinct.length === 0 ? '没有查到可靠的依据。' : `${openingFor(turn)}${distinct.join('')}`;
}

/** Models do not put the same thing twice in the same words. */
const OPENINGS = ['', '您问的这一点，', '先说结论：', '我查到的是：'] as const;
const openingFor = ({ marker }: SeenTurn): string =>
  OPENINGS[Number.parseInt(marker.slice(0, 2), 16) % OPENINGS.length] as string;

function partFor({ tool, args, result }: Round, asked: string): readonly string[] {
  const passages = passagesIn(result);
  if (tool === 'get_product') return productPart(result, passages, args, asked);
  if (tool !== 'search_knowledge') return [];
  const support = Number(/依据充分程度（0 到 1）：([\d.]+)/.exec(result)?.[1] ?? 0);
  const [best] = passages;
  return best && support >= SOME_BASIS ? [said(best, `${String(args['query'])}${asked}`)] : [];
}

function passagesIn(result: string): readonly SeenPassage[] {
  return result
    .split(/^(?=\[\d+\] )/m)
    .filter((block) => block.startsWith('['))
    .map((block) => {
      const [first = '', ...rest] = block.split('\n');
      const [, number = '0', head = ''] = /^\[(\d+)\] (.*)$/.exec(first) ?? [];
      return { number: Number(number), head, text: rest.join('\n') };
    });
}

/** What an article says with its name, anything else by itself; each sentence once. */
function said({ number, head, text }: SeenPassage, asked: string): string {
  const [title = '', article = ''] = head.split(' · ');
  const named = /^第\S+条/.exec(article)?.[0];
  const source = named ? `《${title.replace(/[《》]/g, '')}》${named}：` : '';
  return `${source}${retold(text, asked)} [${number}]。`;
}

/** The sentences that answer; offers to do more are left out. */
function retold(text: string, asked: string): string {
  const sentences = (text.match(/[^。\n]+/g) ?? [text]).map((one) => one.trim()).filter(Boolean);
  const telling = sentences.filter((one) => !/告诉我|我帮您/.test(one));
  const kept = [...telling.join('')].length <= SHORT_ENOUGH ? telling : closest(telling, asked);
  return kept.join('。').replaceAll('；', '，');
}

function closest(sentences: readonly string[], asked: string): readonly string[] {
  const wanted = pairsOf(asked);
  const ranked = sentences
    .map((text, at) => ({
      text,
      at,
      score: pairsOf(text).filter((p) => wanted.includes(p)).length,
    }))
    .sort((a, b) => b.score - a.score || a.at - b.at);
  let room = SHORT_ENOUGH;
  const kept = ranked.filter(({ text }, at) => {
    const fits = at === 0 || text.length <= room;
    if (fits) room -= text.length;
    return fits;
  });
  return kept.sort((a, b) => a.at - b.at).map(({ text }) => text);
}

const pairsOf = (text: string): readonly string[] =>
  [...text].slice(1).map((character, at) => `${[...text][at]}${character}`);

const LINES_ON: Readonly<Record<string, RegExp>> = {
  fees: /费|报酬|提前退出/,
  redemption: /赎回|持有|到账|支取|退保|交易所/,
  risk: /风险等级|回撤/,
  minimum: /起点|递增/,
  performance: /收益|利率|业绩/,
  term: /期限|持有/,
  issuer: /发行|管理人|代销/,
  overview: /产品代码|风险等级/,
};

/** Which the results tell, or that there are none to show. */
const HOW_MUCH_LOST = /最(多|大|差|坏|惨|深|狠)[^，。]{0,4}(亏|跌)|(亏|跌)过?(多少|几|好多)/;

/** How they are paid, which no past return tells. */
const DIVIDENDS = /分红.{0,6}(换|改|现金|再投)/;

/** The card's own answer where it has one, and the lines of the product's sheet that were asked for. */
function productPart(
  result: string,
  passages: readonly SeenPassage[],
  { aspects }: Round['args'],
  asked: string,
): readonly string[] {
  const name = /^产品 \S+：([^，]+)，/m.exec(result)?.[1];
  const [sheet, card] = passages;
  if (!name || !sheet) return [];
  const support = Number(/依据充分程度（0 到 1）：([\d.]+)/.exec(result)?.[1] ?? 0);
  const named = (aspects as readonly string[] | undefined) ?? ['overview'];
  const sides = HOW_MUCH_LOST.test(asked) ? [...named, 'performance'] : named;
  const wanted = sheet.text
    .split('\n')
    .filter((line) => sides.some((side) => LINES_ON[side]?.test(line)))
    .map((line) => line.replace(/。$/, ''));
  const lines = wanted.length > 0 ? [`${name}：${wanted.join('，')} [${sheet.number}]。`] : [];
  if (!card || support < SOME_BASIS) return lines;
  return DIVIDENDS.test(asked) ? [said(card, asked)] : [said(card, asked), ...lines];
}
