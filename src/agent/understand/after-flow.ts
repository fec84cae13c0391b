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
const NUMBER =
  /^(那|请问|请(?!问)|麻烦|我|这|把|个|刚才|你|您|的|投诉(?!号)|登记(?!号)|件|呢|是){0,8}(单号|编号|受理号|登记号|工单号|流水号|投诉号)(是|呢|到底|报|发|告诉|给|一下|多少|几|什么|啥|我|看|哪里?|在|有|吗|没|忘了|找不到){0,8}[呀啊呢]{0,2}$/;
/** 「编号再说一遍，还有最晚哪天」 */
const NUMBER_AGAIN =
  /(单号|编号|受理号|登记号|工单号|投诉号)[^，。]{0,4}(再|又|重新|重)(说|报|发|念|给|告诉|讲)|(再|重新)(说|报|发|念|给|告诉)[^，。]{0,6}(单号|编号|受理号|登记号|工单号|投诉号)/;
const WHEN =
  /^(那|请问|我的?|这件?|投诉|你们|到底|大概|最?后)*(最迟|最晚|最长|最多|多久|几天|哪天|几号|什么时候|啥时候|何时).{0,8}(答复|回复|结果|处理|说法|交代|结论|回音|办好|办完)/;
/** 「到时候没人理我怎么办」: the day goes by in silence, and what then. */
const IN_SILENCE =
  /(到时候|到期|到了(那|日子)|要是|如果|万一|过了|超过?(期|时)|再).{0,10}((没|不)(有)?(人|给|见)?(理|管|回|答复|处理|结果|消息|动静)|拖).{0,6}(怎么|咋|找谁|去哪|呢$)/;
const OF_COMPLAINT =
  /(凭什么|凭啥|为什么|为啥|干嘛)(你们)?(说|还|又|非|就)*(要|得)(再)?(调查|核查|核实|查(?!我|看|询|身份))|(投诉|登记)(的)?(号|编号|单号|进度|结果)|投诉.{0,6}(到哪|怎么样了|处理得|办得|有结果)|(等|别忘)(你们|你|着)?.{0,10}(答复|结果|回复|处理|别忘)|(月|号|日).{0,8}(别忘|答复我|给我答复)|(不是|刚才|已经|早就).{0,6}(登记|投诉)过/;

/** 「我同意的话下一步呢」: what would come after a yes, which is not said yet. */
const IF_AGREED =
  /^(那|要是|如果|假如|我|就|我们)*(同意|答应|认可|接受|没意见|没问题)(了|这个?|那个?|方案|安排|你们|它)*(的话|以后|之后|后)?(呢)?(那|我|还|要)*(下一步|接下来|然后|之后|后面|再往下|下面)(呢|怎么|咋|要|该|做|办|干|是|去|$)/;
/** As the handbook asks it. */
const WHO_DECIDES = '小屿起草的方案为什么要顾问审核？';
const STEPS_TO_BUY = '第一次买产品，分几步？';

function afterYes({ flow, need, products, lastSettled }: ConversationState): Command {
  const matter = flow?.name ?? lastSettled?.flow ?? null;
  if (flow?.name === 'need') return { do: 'answer', query: WHO_DECIDES };
  if (need !== null || matter === 'need') return { do: 'follow_settled', flow: 'need' };
  if (products.length > 0) return { do: 'answer', query: STEPS_TO_BUY };
  return { do: 'clarify', options: [] };
}

/** What folded words without punctuation ask about the matter just recorded; null: nothing. */
export function askedAfterFlow(folded: string, state: ConversationState): Command | null {
  const { lastSettled, flow, complaintDue } = state;
  const isOfComplaint = [NUMBER, NUMBER_AGAIN, WHEN, IN_SILENCE, OF_COMPLAINT].some((words) =>
    words.test(folded),
  );
  if (flow === null && complaintDue !== null && isOfComplaint) {
    return { do: 'follow_settled', flow: 'complaint' };
  }
  if (IF_AGREED.test(folded)) return afterYes(state);
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
