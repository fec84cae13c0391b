import { saidBy } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundIn } from '../transcript-rule.js';

/** 没有 AI 标识. */
export const unlabelledMachine: TranscriptRule = {
  id: 'T16',
  title: '数智员工的话没有标明由 AI 生成',
  basis: { instrument: '人工智能生成合成内容标识办法', article: '显式标识', tag: 'W' },
  inspect: (transcript) =>
    saidBy(transcript, 'bot')
      .filter(({ label }) => !/AI|人工智能/i.test(label ?? ''))
      .map((said) => foundIn(unlabelledMachine, 'hard', said)),
};
