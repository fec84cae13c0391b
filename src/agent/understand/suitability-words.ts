import { normalize } from '../../language/fold.js';

/** 「我妈退休了适合买不」 「我稳健型能买吗」: whether a product suits somebody, who is said. */

const SUITS = /适不?适合|合不?合适|(?<!不)(适合|合适)/;
const MAY_BUY =
  /(能|可以|可)不?(能|可以)?(买|投|入手)[^，。]{0,14}?(吗|么|不|嘛|没|[?？]|$)|能不能买|买得了|敢买|该不该买|要不要买/;
const SOMEBODY =
  /我(爸|妈|爷|奶|姥|外|婆|公|丈|岳|儿|女|孩|媳|家|老|这|是|一个|属于|本人)|爸妈|父母|老人|老年|退休|岁|[一-鿿]{2}型|(?<![a-z0-9])c\s*[1-5]|新手|小白|学生|宝妈|上班族/;
const MYSELF = /(适合|合适).{0,2}我|我.{0,4}(适合|合适)/;
/** 「适合什么人」 「适合多久不用的钱」 ask what a product is for. */
const WHAT_FOR = /(适合|合适)(于|放|买)?(什么|啥|哪|怎样|多久|多长)/;

export function asksWhetherItSuits(text: string): boolean {
  const folded = normalize(text).text.replace(/\s/g, '');
  if (WHAT_FOR.test(folded)) return false;
  if (MYSELF.test(folded)) return true;
  return SOMEBODY.test(folded) && (SUITS.test(folded) || MAY_BUY.test(folded));
}
