import { normalize } from '../../language/fold.js';

/** 顺手的事: 「帮我看看持仓」 「把手机号改一下」 in the middle of a complaint is a request of its own. */

const AHEAD = '^(那|对了|顺便|顺带|另外|还有|先|再|请|麻烦|你|您|能不能|能|可以|可不可以|，|,)*';
const ERRAND = new RegExp(
  `${AHEAD}(帮|给|替)(我|俺)(们)?(先|再)?(看|查|算|列|介绍|讲|说说|解释|改|换|关|开通|比)|${AHEAD}(查|看|算|列|比|对比|比较|介绍|讲讲|说说)(一下|下|查|看|算|比|一查|一看|一比)(?!你们)|${AHEAD}把我的?.{1,10}(改|换|关|注销|解绑)|${AHEAD}我?(想|要)(看|查|了解|知道|问|做|重做|办|改|换|开)(?!你们)`,
);
/** What is wanted done about the complaint itself. */
const OF_THE_COMPLAINT =
  /清楚|原因|责任|怎么回事|到底|经过|录音|监控|处理|说法|赔|退|道歉|解释清|凭|追究|给个|为什么|解决|谁|投诉|补偿|损失|交代/;

export function asksErrand(text: string): boolean {
  const folded = normalize(text).text.replace(/\s/g, '');
  return ERRAND.test(folded) && !OF_THE_COMPLAINT.test(folded);
}
