import { declines, recommends } from '../speech-acts.js';
import type { Transcript } from '../transcript.js';
import { saidBy } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundAt } from '../transcript-rule.js';

/** Of whichever product, on our shelf or not. */
const ABOUT_PRODUCTS =
  /R ?[1-5]|基金|理财|保险|险|债|存单|信托|年金|组合|混合|股票|(?:这|那)(?:只|款)/;
const ASKS_AGAIN = /推荐|有(?:什么|哪些|没有)|介绍|买(?:什么|哪)|怎么样|哪(?:只|款|个)|说说看/;

/** 拒绝后仍推销: commercial messages after the customer has said no. */
export const pressedAfterRefusal: TranscriptRule = {
  id: 'T9',
  title: '客户明确拒绝后继续推销',
  basis: { instrument: '消费者权益保护法', article: '第二十九条', tag: 'T' },
  inspect: (transcript) =>
    saidBy(transcript, 'advisor')
      .filter((said) => ABOUT_PRODUCTS.test(said.text) && isRefused(transcript, said.seq))
      .flatMap((said) => {
        const range = recommends(said);
        return range ? [foundAt(pressedAfterRefusal, 'hard', said, range)] : [];
      })
      .slice(0, 1),
};

/** The last word on it before was a no. */
function isRefused(transcript: Transcript, seq: number): boolean {
  const words = saidBy(transcript, 'customer').filter((said) => said.seq < seq);
  const no = words.findLast((said) => declines(said) !== null);
  if (!no) return false;
  return !words.some((said) => said.seq > no.seq && ASKS_AGAIN.test(said.text));
}
