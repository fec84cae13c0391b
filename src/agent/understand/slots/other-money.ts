import { normalize } from '../../../language/fold.js';
import { spokenMoney } from '../../../language/spoken-money.js';
import { SPOKEN_NUMBER } from '../../../language/spoken-number.js';
import { CLAUSE_END } from './asked-back.js';

/** 另一笔钱: what is said of money beside the plan's, 「另外10万留着急用」, tells nothing of the plan's own. */

const SUM = `${SPOKEN_NUMBER}\\s*(?:来|多|几)?\\s*(?:[万千百]|[wk]|元|块)`;
/** 「另外那」 is always the other; the rest may be what is planned with. */
const ANOTHER = new RegExp(
  `另外(?:的)?那|那另外|另外(?:的)?${SUM}|另一(?:笔|半|部分)|别的钱|其他的?钱|压岁钱|红包`,
);
const REST =
  /剩下?(?:的|那|来|(?=\s*[\d一二两三四五六七八九十]))|剩余|其余|余下|(?:其中|里面|里头)有?/;
const KEPT =
  /急用|应急|救急|备用|留|家里|日常|家用|生活|随时|先不(?:放|动|投|存|算|管)|不(?:放|投|存|算|拿)进?|不在(?:里面|内|这)|以后再|再说|不管|不用管|(?:还|交|付)(?:房贷|贷|债)/;

/** Whether the other money is only named, as in 「急用的是另外那10万」, or kept out of the plan. */
const isOther = (clause: string): boolean =>
  (ANOTHER.test(clause) && (KEPT.test(clause) || /那|一(?:笔|半|部分)|压岁|红包/.test(clause))) ||
  (REST.test(clause) && KEPT.test(clause));

/** 「十万还是留两万应急，放八万」 「…改成八万吧」: a sum that is placed beside one that is kept. */
const PLACED = new RegExp(
  `^(?:就|那|先|只|我|所以|拿)*(?:放|投|存|改成|改为|变成|按|算)(?:进去?)?${SUM}`,
);

/** 「十万里留两万应急」 keeps a part of the very sum it names. */
const INSIDE = new RegExp(
  `^([^，,。]{0,12}${SUM})(?:里面?|里头|当中|中)?(?:还是|先|就|得|要|我|想|再)*(?:留|扣|匀)(?:出|下|着)?(${SUM})`,
);

export interface OwnMoney {
  /** Folded words without the clauses on other money. */
  readonly text: string;
  readonly hasOther: boolean;
  /** Yuan to be taken off the sum that is named: 「我有50万，10万留着，剩下的放三年」. */
  readonly kept: number;
}

export function withoutOtherMoney(folded: string): OwnMoney {
  const clauses = folded.split(CLAUSE_END);
  // 「10万留着急用，剩下的放五年」: what is kept is the other part, too.
  const rest =
    clauses.find((clause) => REST.test(clause) && !KEPT.test(clause)) ??
    clauses.find((clause) => PLACED.test(clause.trim()) && !KEPT.test(clause));
  const isKept = (clause: string) =>
    rest !== undefined && KEPT.test(clause) && spokenMoney(clause).length > 0;
  const own = clauses.filter((clause) => !isOther(clause) && !isKept(clause));
  if (own.length === clauses.length) return ofItself(clauses, folded);
  const whole = own.filter((clause) => clause !== rest);
  const named = rest !== undefined && spokenMoney(rest).length > 0;
  // The rest names its own sum, which stands for the whole.
  const stated = named ? whole.filter((clause) => spokenMoney(clause).length === 0) : whole;
  const aside = clauses.filter(isKept).flatMap((clause) => spokenMoney(clause).slice(0, 1));
  return {
    text: [...stated, ...(rest === undefined ? [] : [rest])].join(''),
    hasOther: true,
    kept: named ? 0 : aside.reduce((sum, { to }) => sum + to, 0),
  };
}

function ofItself(clauses: readonly string[], folded: string): OwnMoney {
  const parted = clauses.map((clause) => (KEPT.test(clause) ? INSIDE.exec(clause) : null));
  const [, , kept = ''] = parted.find((found) => found !== null) ?? [];
  const [sum] = spokenMoney(kept);
  if (!sum) return { text: folded, hasOther: false, kept: 0 };
  const isSaidTwice = (clause: string) => KEPT.test(clause) && spokenMoney(clause).length > 0;
  const text = clauses
    .map((clause, at) => parted[at]?.[1] ?? (isSaidTwice(clause) ? '' : clause))
    .join('');
  return { text, hasOther: true, kept: sum.to };
}

/** 「另外那10万你别管」 says nothing of the plan's own money. */
export function isOfOtherMoney(text: string): boolean {
  const { text: own, hasOther } = withoutOtherMoney(normalize(text).text);
  return (
    hasOther && !/[\u4e00-\u9fff\d]/.test(own.replace(/不对|不是|我(是)?说(了|的是)?|就是/g, ''))
  );
}
