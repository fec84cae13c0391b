import type { TurnContext } from '../../conversation/agent.js';
import { normalize } from '../../language/fold.js';
import type { Command } from '../../terms/command.js';
import type { Router } from './router.js';

/** 「我一个人也不会弄手机」 「能不能派人来教教我」: whoever cannot find their way on a phone is told who helps. */

const CANNOT =
  /(不会|不太会|不怎么会|不懂|不晓得)(怎么)?(弄|用|操作|摆弄|点|搞|玩)?[^，。]{0,3}(手机|智能机|app|这些软件)|(手机|智能机|app)(上)?(的)?(东西|这些)?(我|俺)?(也|都|又)?(不会|不太会|弄不来|用不来|搞不(懂|来))|(弄|用|搞)不(来|懂|好)(这个|这些)?(手机|智能机|app)/;
const TEACH_ME =
  /(派|找|叫|来)(个|一个)?人[^，。]{0,4}(教|帮)(教|帮)?(我|俺)|有没有人[^，。]{0,3}教(教|一下)?(我|俺)|有人(能|可以|来)教|上门(来)?(教|帮)|手把手(地)?教|^(你|您)?(能不能|可以|能)?教(教|一下)?(我|俺)(怎么)?(弄|用|操作|搞)?(吗|吧|行吗|一下)?$/;
/** As the handbook asks it. */
const ON_A_PHONE = '老人不会用手机可以买吗';
const WHO_TEACHES = '能派人来教我吗';
/** 「我爸不会用手机，俺替他点行不」: another's finger on the screen is what is asked. */
const ACTS_FOR =
  /(替|帮|代|给)(他们?|她|老人|父母|爸妈|我?(爸|妈|爹|娘|爷|奶|公|婆|叔)\S?)[^，。]{0,6}(点|弄|操作|办|买|做|按|搞|输|测)/;
const ACTED_FOR = '子女帮着点可以吗';
/** So like a part of the entry the words must be. */
const LIKE = 0.5;

/** The entry on it, or the part of it that is asked for; null: nothing of the kind. */
export function teachingAsked(
  router: Router,
  { today }: TurnContext,
  text: string,
): Command | null {
  const said = normalize(text).text.replace(/[\s，。！？!?,.]/g, '');
  if (!CANNOT.test(said) && !TEACH_ME.test(said)) return null;
  const { document, support } = router.lookUp(ON_A_PHONE, today);
  if (document === null || support < router.supportThreshold) return null;
  if (ACTS_FOR.test(said)) return { do: 'answer', query: ACTED_FOR, entry: document };
  return TEACH_ME.test(said) && router.further(document, WHO_TEACHES, today) >= LIKE
    ? { do: 'answer', query: WHO_TEACHES, entry: document }
    : { do: 'answer', query: ON_A_PHONE };
}
