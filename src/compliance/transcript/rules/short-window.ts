import { saidBy, OURS } from '../transcript.js';
import type { TranscriptRule } from '../transcript-rule.js';
import { foundIn } from '../transcript-rule.js';

const SHORT =
  /(?:近|过去|最近|这|上|前)(?:一|1|两|二|2|三|3|四|4|五|5|六|6|几|(?:1?\d|2[0-6])(?=周|天|日))?(?:个)?(?:周|星期|月|天|季度?|日)(?!报|度)[^。;；!！?？\n]{0,14}(?:涨|赚|收益|回报|年化|上涨|盈利|增长|走出来)[^。;；!！?？\n亏跌]{0,10}\d|(?:[一二三四上本这]|前三)(?:个)?季度?[^。;；!！?？\n]{0,14}(?:升|涨|增)[^。;；!！?？\n亏跌]{0,4}\d/;
/** A customer's own position is a fact of theirs; deposits and money funds quote seven days by custom. */
const OWN = /您(?:的)?(?:持有|持仓|账户|这笔)|七日年化|7日年化/;

/** 业绩区间太短: half a year or less is no record to show. */
export const shortWindow: TranscriptRule = {
  id: 'T17',
  title: '展示不超过六个月的业绩',
  basis: { instrument: '公募基金销售行为规范（征求意见）', article: '业绩展示区间', tag: 'W' },
  inspect: (transcript) =>
    saidBy(transcript, ...OURS)
      .filter(({ text }) => SHORT.test(text) && !OWN.test(text))
      .map((said) => foundIn(shortWindow, 'soft', said)),
};
