/** 卖了能拿回多少: what only a holder's own figures can answer, whatever was spoken of. */

/** 「卖出拿回来会比买的少吗」 「卖掉亏不亏」: what would come back, beside what went in. */
const GETS_LESS =
  /(卖|赎|取)(了|掉|出|回|出去|出来)*[^，。？]{0,8}(比|会|要|是)?[^，。？]{0,4}(买|本金|投|当初|存|成本)[^，。？]{0,6}(少|多|亏|低|高)|(卖|赎|取)(了|掉|出去|出来|回|的话)*[^，。？]{0,4}(亏不亏|亏本?(吗|么|不)|赔不赔|会不会亏|是亏是赚|亏还是赚)/;
/** 「我想把纯债卖了」: it is theirs. */
const SELLS_OWN =
  /(我|俺|想|要|打算|准备)[^，。？]{0,4}把[^，。？]{1,16}(卖|赎|清)(了|掉|回|出|光|仓)/;
/** 「现在退是不是要亏很多」 */
const LOSES_IF_SOLD =
  /(现在|马上|今天|这会儿|要是|全)[^，。？]{0,4}(卖|赎|退|割)(了|掉|出|回|肉|的话){0,2}[^，。？]{0,5}(要|会|得|是不是|不是)[^，。？]{0,4}(亏|赔)[^，。？]{0,3}(多|少|钱|惨|大)/;
/** 「现在卖出能拿回多少」 of a customer who spoke of nothing: all that is held. */
const BACK_NOW =
  /(现在|今天|全|都)[^，。？]{0,4}(卖|赎|割|出)(了|掉|出|回|光|肉){0,2}[^，。？]{0,3}(能|可以|大概)?(拿回|到手|拿到|收回|(?<=能|可以)回来?)[^，。？]{0,4}多少/;
/** 「那我不要了，全部给我退了」: out of all of it, which complains of nothing. */
const QUITS =
  /^(那|我|俺|就|算了|干脆|现在|马上|赶紧){0,5}((不(要|想要|玩|买|放|存|投)了|信不过你们|怕了)?[，,。！!\s]{1,2}|不(要|玩)了)?(那|我|就|你们?){0,3}(全部?|都|通通|统统|一次性)(的|都|给我|帮我|替我|要|想){0,4}退(了|掉|出来|出)(吧|嘛|啊|算了|行不行|可以吗|行吗){0,2}[。！!?？]{0,3}$/;
/** 「上个月买的那个现在能退吗」 */
const BOUGHT_AND_LEAVES =
  /买的[那这](个|只|款|笔|支)[^，。？]{0,6}(能|可以)(不能|不可以)?(退|赎|卖|取)(了|掉|出来|回)*(吗|么|不|没|$)/;
const OF_A_RULE = /一般|规定|会收|怎么收|存款|定期|存单|国债|保险|退保/;

/** Whether it can only be asked of what they hold themselves. */
export const asksOfOwnSale = (text: string): boolean =>
  isQuitting(text) ||
  (!OF_A_RULE.test(text) &&
    [GETS_LESS, LOSES_IF_SOLD, SELLS_OWN, BACK_NOW, BOUGHT_AND_LEAVES].some((words) =>
      words.test(text),
    ));

export const isQuitting = (text: string): boolean => QUITS.test(text.trim());
