import { invitesAway } from '../speech-acts.js';
import { saidBy } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundAt } from '../transcript-rule.js';

/** 私下邀约: to where nobody records what is said, or whose money it becomes. */
export const offChannelInvitation: TranscriptRule = {
  id: 'T8',
  title: '把客户约到公司渠道以外谈或转账',
  basis: {
    instrument: '金融营销宣传行为通知（银发〔2019〕316号）',
    article: '员工自行宣传',
    tag: 'W',
  },
  inspect: (transcript) =>
    saidBy(transcript, 'advisor').flatMap((said) => {
      const range = invitesAway(said);
      return range ? [foundAt(offChannelInvitation, 'hard', said, range)] : [];
    }),
};
