import { syllableOf } from '../../../language/pinyin.js';
import type { Said, Stopped, Transcript } from '../transcript.js';
import { saidBy } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundIn } from '../transcript-rule.js';

/** 换个写法又发: words the guard stopped, said again in characters that sound the same. */
export const disguisedRepeat: TranscriptRule = {
  id: 'T14',
  title: '被拦截的话换个写法又发给客户',
  basis: { instrument: '数智员工守则', article: '发言前检查', tag: 'M' },
  inspect: (transcript) =>
    repeats(transcript).map((said) => foundIn(disguisedRepeat, 'hard', said)),
};

function repeats(transcript: Transcript): readonly Said[] {
  const stopped = transcript.acts.filter((act): act is Stopped => act.kind === 'stopped');
  return saidBy(transcript, 'advisor').filter((said) =>
    stopped.some(
      (one) =>
        one.seq < said.seq &&
        one.objected.some((words) => isHeardIn(said.text, words) && isAlike(one, said, words)),
    ),
  );
}

const isHeardIn = (text: string, words: string): boolean =>
  !text.includes(words) &&
  (sound(text).includes(sound(words)) || onlyHan(text).includes(onlyHan(words)));

/** The rest of the sentence is the same, too: 礼包本周 is no 保本. */
function isAlike({ text }: Stopped, said: Said, words: string): boolean {
  const rest = bare(text).split(bare(words));
  const again = bare(said.text);
  return rest.some((part) =>
    [...part].some(
      (_, at) => part.length - at >= SAME && again.includes(part.slice(at, at + SAME)),
    ),
  );
}

const SAME = 2;
const onlyHan = (text: string): string => text.replace(/[^\p{Script=Han}]/gu, '');
const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase();
const sound = (text: string): string => [...bare(text)].map(syllableOf).join('');
