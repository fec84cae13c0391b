import type { Utterance } from './utterance.js';

/** 语气: a genuine question asserts nothing; 难道不保本吗, and a question we answer 当然, do. */
export function isQuestion(utterance: Utterance, clause: number, end: number): boolean {
  const { clauses, folded } = utterance;
  const here = clauses[clause]!;
  const whole = folded.text.slice(here.start, here.end);
  if (RHETORICAL.test(whole)) return false;
  if (WHETHER.test(folded.text.slice(here.start, end))) return !isAffirmed(utterance, clause);
  if (here.close !== '?' && !ENDS_AS_QUESTION.test(whole)) return false;
  return !TAG.test(whole) && !isAffirmed(utterance, clause);
}

const WHETHER =
  /是否|是不是|会不会|能不能|有没有|能否|可否|会否|保不保|赚不赚|亏不亏|安不安全|whether|什么是|何为|何谓|什么叫|怎么(?:理解|看待?|算)/;
const ENDS_AS_QUESTION = /(?:吗|么|呢)[”"」』’)\s]*$/;
const RHETORICAL =
  /难道|岂|不就是?|还不是|可不就?是|怎么(?:可能|能不)|哪(?:有|能|会|里会|还|个[^,。?]{0,12}[没不])|谁(?:说|还会|还能|会不|能不)|何(?:愁|尝)|还(?:怕|愁|能亏|用担心)|有什么(?:可|好)(?:怕|担心)/;
const TAG = /(?:对吧|是吧|对不对|知道吗|懂吗|明白吗|好吗|行吗|可以吗|好不好|是不)[”"」』]*$/;
const AFFIRMS =
  /^\s*(?:那?当然|肯定|必须|必然|是的|对的|对呀|没错|不错|那是|放心|自然|百分之?百|妥妥|绝对|yes|sure|of course|absolutely)(?![^,。;!?]{0,6}(?:不|没|无|未|有可能))/;

function isAffirmed(utterance: Utterance, clause: number): boolean {
  const next = utterance.clauses[clause + 1];
  return next !== undefined && AFFIRMS.test(utterance.folded.text.slice(next.start, next.end));
}

/** 说法已软化: 几乎、应该 make a promise a hint, not a disclosure. */
export const isSoftened = (before: string): boolean => SOFTENS.test(before);
const SOFTENS =
  /(?:几乎|基本上?|大概率?|大体上?|一般(?:来说|情况下)?|通常|应该|估计|差不多|多半|十有八九|八成|不太|大致|可能|或许|也许|有望|相对|比较|probably|almost|likely|nearly)[^,。;!?]{0,4}$/;
