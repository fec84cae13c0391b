import type { Said, Transcript } from '../transcript.js';
import { isSaid } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundIn } from '../transcript-rule.js';

const QUESTION =
  /[?？]|(?:吗|呢|么|多少|怎么(?:办|样|回事|算|取)?|为什么|哪(?:里|天|个)|什么时候|几点|不|没)[。.!！~\s]*$/;
const PARTS = /谢|再见|拜拜|没(?:有)?(?:别的|其他)?(?:问题|事)了|好的/;
/** 感谢咨询: parts and answers nothing. */
const FAREWELL =
  /^(?:好的|嗯|行)?[，,。!！]?(?:感谢|谢谢)?(?:您的?)?(?:咨询|来电|理解|支持)?[^。!！?？]{0,4}祝您/;

/** 没答就结束: called solved with the customer's question standing. */
export const leftUnanswered: TranscriptRule = {
  id: 'T18',
  title: '客户的问题还没有回答就结束了服务',
  basis: { instrument: '数智员工守则', article: '服务结束', tag: 'M' },
  inspect: (transcript) => left(transcript).map((said) => foundIn(leftUnanswered, 'soft', said)),
};

function left({ acts }: Transcript): readonly Said[] {
  return acts.flatMap((act, index) => {
    if (act.kind !== 'service_ended' || !act.isSolved) return [];
    const last = acts
      .slice(0, index)
      .filter(isSaid)
      .findLast(({ speaker, text }) => speaker === 'customer' || !isFarewell(text));
    if (last?.speaker !== 'customer') return [];
    return QUESTION.test(last.text) && !PARTS.test(last.text) ? [last] : [];
  });
}

const isFarewell = (text: string): boolean => FAREWELL.test(text) || /^感谢您的咨询/.test(text);
