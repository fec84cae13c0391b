import type { TurnContext } from '../../conversation/agent.js';
import type { ToldOfSelf, Trait } from '../../conversation/told-of-self.js';
import { withToldOfSelf } from '../../conversation/told-of-self.js';
import type { Command } from '../../terms/command.js';
import { selfInWords } from '../compose/self-in-words.js';

/** 我这种情况: what was told of oneself earlier stands in for the words that point at it. */

const MY_AGE = /(我|像我)?(这个?|这把|这么大)(年纪|岁数|年龄)(的人)?/;
const MY_CASE = /像?我(这(种|样)的?|的)(情况|条件|样子|人)|像?我这(种|样)的?/;

/** As the handbook puts it. */
const CASES: Readonly<Partial<Record<Trait, string>>> = {
  student: '学生',
  retired: '退休的人',
  bereaved: '家里人去世了',
  out_of_work: '失业了',
  foreigner: '外国人',
  beginner: '新手',
};

/** From these ages on, and below that one, rules differ. */
const ADULT = 18;
const OLDER = 60;
const WHETHER_ALLOWED =
  /(能|可以|可不可以|让|行)[^，,。]{0,6}(开户|买|投|办|测)|(买|投|开户|办)[^，,。]{0,4}(得了|成)(吗|不|么)/;
const PAPERS =
  /开户|证件|材料|护照|身份证|能买|可以买|怎么办理|怎么认证|(什么|哪|要|需).{0,4}银行卡|银行卡.{0,6}(什么|哪|需要)/;
/** 「他名下的钱咋取」 after a death. */
const OF_THE_DEAD =
  /^(?!.*(去世|过世|走了|没了|继承|遗产)).*(他|她)(的|名下|那|留下|账|卡|存).{0,8}/;
/** 「只有5000块，可以买什么」 asks of the sum, whoever has it. */
const OF_A_SUM =
  /^(?!.*(银行卡|证件|材料|开户|护照)).*(钱不多|钱少|\d[^，。]{0,4}[万千块元]|[一二两三四五六七八九十几][百千万])/;
/** Whose question it is where words say so: an age of their own, or another person. */
const AN_AGE =
  /岁|年纪|老人|老伴|老头|老太|老公|老婆|爱人|丈夫|妻子|媳妇|对象|孩子|儿子|女儿|闺女|孙|娃|弟|妹|哥|姐|叔|姨|舅|姑|公公|婆婆|岳|亲戚|邻居|朋友|同事|同学|[他她]|别人|人家|未成年|爸|妈|爷|奶|外国|护照/;

/** The same question with what was told of oneself in it; itself where none of that bears on it. */
export function withOwnCase({ self }: TurnContext['state'], text: string): string {
  if (self.age !== null && MY_AGE.test(text)) return text.replace(MY_AGE, `我${self.age}岁`);
  const told = self.traits.flatMap((trait) => CASES[trait] ?? []);
  if (told.length > 0 && MY_CASE.test(text)) return text.replace(MY_CASE, told.join('，'));
  if (self.traits.includes('bereaved') && OF_THE_DEAD.test(text)) return `家里人去世了，${text}`;
  const [ahead] = AN_AGE.test(text) ? [] : bearingOn(self, text);
  return ahead === undefined ? text : `${ahead}，${text}`;
}

function bearingOn({ age, traits }: ToldOfSelf, text: string): readonly string[] {
  const isApart = age !== null && (age < ADULT || age >= OLDER);
  return [
    ...(isApart && WHETHER_ALLOWED.test(text) ? [`我${age}岁`] : []),
    ...(traits.includes('foreigner') && PAPERS.test(text) && !OF_A_SUM.test(text)
      ? ['外国人']
      : []),
  ];
}

const ASKS_BACK =
  /(记得|记不记得|知道|忘了)(没|吗)?我(今年)?(多大|几岁|多少岁|是(谁|干|做)|干(嘛|什么)的|的情况|有多少钱|说过(的话)?(没|吗|么)?$|手里)|我(刚才|之前|前面)?(跟你|和你)?(说|讲)(过)?(的)?我?(是)?(多大|几岁|多少岁|干(嘛|什么)|做什么)|^我(今年)?(多大|几岁|多少岁|手里(有)?多少钱|是?(干嘛|干什么|做什么)的)(了|来着|吗|啊)*[？?]?$/;

/** Null: nothing of it is asked, or nothing was told. */
export function selfAskedBack({ state, messages }: TurnContext, text: string): Command | null {
  if (!ASKS_BACK.test(text)) return null;
  const self = messages.reduce((told, one) => withToldOfSelf(told, one.text), state.self);
  return selfInWords(self) === '' ? null : { do: 'social', act: 'remembered' };
}
