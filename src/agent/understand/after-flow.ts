import type { ConversationState } from '../../conversation/evolve.js';
import type { Command } from '../../terms/command.js';

/** 办完之后: 「那接下来怎么弄」「多久办好」 right after a matter was recorded is about that matter. */

const SO = '(好的?|行|可以|嗯|那|那么|然后|请问|这个|这事儿?|你们|大概|一般|要|得|我)*';

const WHAT_NEXT =
  /^(接下来|下一步|后面|之后|下面|然后)(呢|怎么(弄|办|做|走)|该?(怎么|咋)(弄|办|做|整)|咋(弄|办|整)|(要|还要|该)?(做|办|干)?(什么|啥|哪些)|是什么|还要我?(做|办)(什么|啥)(吗|么)?)[呀啊呢]*$|^(还)?(需?要)?我?(还)?(需?要)?(再)?(做|办|准备|配合)(点)?(什么|啥)(吗|么|呢)?$|^(然后|接下来|后面|之后|下一步)呢?$/;

const HOW_LONG =
  /^(多久|多长时间|几天|什么时候|啥时候|何时|几时|哪天)(才)?(能|可以|会|就)?.{0,6}(办(好|完|理)|处理(好|完)?|弄好|搞定|生效|答复|回复|回应|回音|消息|结果|联系我|找我|打(给我|过来|电话)|来电|回电).{0,4}$|^(什么时候|啥时候|多久|哪天)(才)?(能|会)?(给我?|有|出)(个|一个|我)?(答复|回复|结果|消息|说法|信儿?)$/;

/** 「…，不然我就去告你们」. */
const OR_ELSE = /(不给|不办|不行|不然|要不然?|否则|再不).*$/;

const SUBJECT = new RegExp(`^${SO}`);

/** So many replies after it was recorded, a bare question may be about something else. */
const STILL_MEANT = 3;

/** 「登记号给我」 「我就等你们十二号的结果」: of the complaint on record, however long ago. */
const OF_COMPLAINT =
  /(投诉|登记)(的)?(号|编号|单号|进度|结果)|投诉.{0,6}(到哪|怎么样了|处理得|办得|有结果)|(等|别忘)(你们|你|着)?.{0,10}(答复|结果|回复|处理|别忘)|(月|号|日).{0,8}(别忘|答复我|给我答复)|(不是|刚才|已经|早就).{0,6}(登记|投诉)过/;

/** What folded words without punctuation ask about the matter just recorded; null: nothing. */
export function askedAfterFlow(folded: string, state: ConversationState): Command | null {
  const { lastSettled, flow, complaintDue } = state;
  if (flow === null && complaintDue !== null && OF_COMPLAINT.test(folded)) {
    return { do: 'follow_settled', flow: 'complaint' };
  }
  if (flow !== null || lastSettled === null || lastSettled.ago > STILL_MEANT) return null;
  const whole = folded.replace(OR_ELSE, '');
  const asks = [whole, whole.replace(SUBJECT, '')].some(
    (words) => WHAT_NEXT.test(words) || HOW_LONG.test(words),
  );
  if (!asks) return null;
  switch (lastSettled.flow) {
    case 'fraud':
      return { do: 'emergency', kind: 'fraud', news: ['steps'] };
    case 'privacy':
      return { do: 'answer', query: PRIVACY_TIME };
    default:
      return { do: 'follow_settled', flow: lastSettled.flow };
  }
}

/** What the law says of the time has its own entry in knowledge, with its articles. */
const PRIVACY_TIME = '个人信息的请求登记以后，多久办好？';
