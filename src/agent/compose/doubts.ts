import type { Doubt } from '../../advice/profiling/doubts.js';
import type { Say } from './assessment.js';
import type { Paragraph } from './paragraph.js';

/** 请再看一眼: what does not fit together, without a word on which of it is right. */
export function doubtsParagraphs(say: Say, doubts: readonly Doubt[]): readonly Paragraph[] {
  const pairs = doubts.flatMap((doubt) =>
    doubt.kind === 'contradiction' ? [doubt.questions.map(inWords).join('和')] : [],
  );
  const apart =
    pairs.length > 0
      ? [say('assessment_doubt_contradiction', { questions: pairs.join('，') })]
      : [];
  return [...apart, ...doubts.flatMap((doubt) => otherDoubt(say, doubt) ?? [])];
}

const inWords = (number: number): string => `第 ${number} 题`;

function otherDoubt(say: Say, doubt: Doubt): Paragraph | null {
  switch (doubt.kind) {
    case 'contradiction':
      return null;
    case 'age':
      return say('assessment_doubt_age', { question: doubt.questions.map(inWords).join('和') });
    case 'coached':
      return say('assessment_doubt_coached');
    case 'all_same':
      return say('assessment_doubt_all_same');
    case 'too_fast':
    case 'quick':
      return say('assessment_doubt_fast');
  }
}

/** 不作数的原因: what makes the filling no assessment, each reason once. */
export const invalidParagraphs = (say: Say, doubts: readonly Doubt[]): readonly Paragraph[] =>
  doubts.flatMap((doubt) => {
    switch (doubt.kind) {
      case 'quick':
        return [];
      case 'contradiction':
      case 'age':
        return [
          say(`assessment_invalid_${doubt.kind}`, {
            questions: doubt.questions.map(inWords).join('和'),
          }),
        ];
      default:
        return [say(`assessment_invalid_${doubt.kind}`)];
    }
  });
