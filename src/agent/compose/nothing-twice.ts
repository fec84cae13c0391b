import { sentencesOf } from './sentences.js';

/** 一次说清: what stands in a reply once is not said again further down. */

/** Shorter sentences, such as a heading, may stand twice. */
const MIN_SENTENCE = 10;

/** Two questions about one side of a product have the same figures as their answer. */
export function nothingTwice(blocks: readonly string[]): readonly string[] {
  const said = new Set<string>();
  const kept = blocks.map((block, at) => {
    if (block === '' || blocks.indexOf(block) !== at || isSaid(block, said)) return null;
    for (const sentence of bareSentences(block)) said.add(sentence);
    return block;
  });
  return kept.flatMap((block, at) => {
    if (block === null) return [];
    return kept[at + 1] === null && blocks[at + 1] !== '' ? withoutLead(block) : block;
  });
}

/** 「手上有的是：」 leads to nothing where what follows was said before. */
const withoutLead = (block: string): string => block.replace(/(?<=。)[^。]{1,12}：$/, '');

/** Whether every sentence of a block was said; another list is another list. */
function isSaid(block: string, said: ReadonlySet<string>): boolean {
  const sentences = bareSentences(block);
  return (
    sentences.length > 0 &&
    !/^- /m.test(block) &&
    sentences.every((sentence) => sentence.length >= MIN_SENTENCE && said.has(sentence))
  );
}

/** Without the product's name in front and the marks behind. */
const bareSentences = (block: string): readonly string[] =>
  sentencesOf(block).map((sentence) =>
    sentence
      .replace(/\s*\[\d+\]/g, '')
      .replace(/^[^：。，]{2,40}：/, '')
      .trim(),
  );
