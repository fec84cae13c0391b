import type { Said, Transcript } from '../transcript.js';
import { isSaid } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundIn } from '../transcript-rule.js';

const ABOUT_PAPER = /测评|评测|问卷|(?:这|那|第[一二三四五六七八九十\d]+)(?:道)?题|选项/;
const ASKS_WHICH =
  /(?:怎么|咋)(?:选|填|答|弄|勾)|选(?:哪|什么|几|啥|a|b|c|d)|填(?:多少|什么|哪|几|啥)|哪个(?:好|合适|高)/i;
const NAMES_CHOICE =
  /(?:选|填|勾|点|写|报)[^。!?！？]{0,8}(?:(?<![a-z])[a-d](?![a-z])|第[一二三四五六七八九十\d]|倒数|最(?:后|高|右|下)|往(?:长|高|大|多|上)|(?:\d+|[一二三五十百]+)(?:万|年)|高)|往(?:长|高|大|多|上)[^。!?！？]{0,3}(?:选|填|勾|点|写|报)|^(?:[a-d]|第[一二三四五六七八九十\d]+(?:个|项)|最后一?个)(?:吧|就行|就好|呗|$|[,，。])/i;
const LEAVES_OPEN =
  /如实|照实|按(?:您|你)(?:的|自己)|(?:您|你)自己|不能(?:替|帮|告诉|提示)|实际情况|真实/;

/** 隔句教测评: the question of the paper stands in one message, the answer to choose in the next. */
export const coachedByTurns: TranscriptRule = {
  id: 'T5',
  title: '客户问怎么选，直接告诉测评答案',
  basis: { instrument: '金融机构产品适当性管理办法', article: '第十三条', tag: 'T2' },
  inspect: (transcript) =>
    told(transcript).map((answer) => foundIn(coachedByTurns, 'hard', answer)),
};

function told({ acts }: Transcript): readonly Said[] {
  const spoken = acts.filter(isSaid);
  return spoken.filter((answer, index) => {
    const asked = spoken[index - 1];
    if (answer.speaker !== 'advisor' || asked?.speaker !== 'customer') return false;
    const talk = spoken.slice(Math.max(0, index - 3), index).map(({ text }) => text);
    return (
      ASKS_WHICH.test(asked.text) &&
      talk.some((text) => ABOUT_PAPER.test(text)) &&
      NAMES_CHOICE.test(answer.text) &&
      !LEAVES_OPEN.test(answer.text)
    );
  });
}
