import { saidBy, OURS } from '../transcript.js';
import type { Transcript } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundIn } from '../transcript-rule.js';

const BY_PROFILE =
  /(?:根据|按照?|结合|依据|注意到|发现|看到|瞅了?眼?|看了?眼?)[^。!?！？]{0,3}(?:您|你)[^。!?！？]{0,10}(?:翻了|点了|持仓|仓位|画像|偏好|交易|浏览|常看|关注|习惯|标签|资产|代发|工资|还贷|房贷)|(?:您|你)(?:这类|这样)[^。!?！？]{0,14}客户|跟(?:您|你)的?(?:浏览|持仓|偏好|习惯)[^。!?！？]{0,4}(?:契合|匹配|合)|(?:为您|给您|猜您)(?:专属|量身|个性化)?(?:推荐|精选|优选|定制|喜欢)/;
const RECOMMENDS = /推荐|适合|合适|契合|匹配|正好|可以看看|考虑|补点|配(?:点|些|一)|精选|优选|定制/;

/** 关闭个性化后仍按画像推荐. */
export const profiledAfterOptOut: TranscriptRule = {
  id: 'T13',
  title: '客户关闭个性化推荐后仍按画像推荐',
  basis: { instrument: '个人信息保护法', article: '第二十四条', tag: 'T' },
  inspect(transcript) {
    return saidBy(transcript, ...OURS)
      .filter(({ seq }) => isDeclined(transcript, seq))
      .filter(({ text }) => BY_PROFILE.test(text) && RECOMMENDS.test(text))
      .filter(
        ({ text }) =>
          !/(?:不会|不再|不用|已(?:经)?(?:关闭|停止))[^。!?！？]{0,12}(?:推荐|画像)/.test(text),
      )
      .slice(0, 1)
      .map((said) => foundIn(profiledAfterOptOut, 'hard', said));
  },
};

/** Their last word in the talk counts, and before any, what they had said before it. */
function isDeclined({ acts, customerAt }: Transcript, before: number): boolean {
  const word = acts.findLast(
    ({ kind, seq }) =>
      seq < before && (kind === 'personalisation_declined' || kind === 'personalisation_accepted'),
  );
  if (word) return word.kind === 'personalisation_declined';
  const [first] = acts;
  return first !== undefined && customerAt(first.at)?.personalization === false;
}
