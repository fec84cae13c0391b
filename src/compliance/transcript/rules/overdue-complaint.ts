import { toLocalDate } from '../../../terms/time.js';
import type { TranscriptRule } from '../transcript-rule.js';

/** 投诉超期: the customer was told of no outcome by the day it was due, extensions counted in. */
export const overdueComplaint: TranscriptRule = {
  id: 'T20',
  title: '投诉过了答复期限，没有答复记录',
  basis: { instrument: '银行业保险业消费投诉处理管理办法', article: '第十八条', tag: 'T2' },
  inspect: ({ acts, until }) =>
    acts.flatMap((act) => {
      if (act.kind !== 'complaint_filed') return [];
      const { due, told } = act.answer ?? { due: act.deadlines.decision, told: null };
      if ((told ?? toLocalDate(until)) <= due) return [];
      const { id: rule, basis } = overdueComplaint;
      return [{ rule, severity: 'hard' as const, basis, seq: act.seq, start: 0, end: 0 }];
    }),
};
