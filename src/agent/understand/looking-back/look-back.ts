import type { TurnContext } from '../../../conversation/agent.js';
import { isLaidAside } from '../../../conversation/flows/engine.js';
import type { Command } from '../../../terms/command.js';
import type { Router } from '../router.js';
import type { Claim } from './claim-words.js';
import { claimIn } from './claim-words.js';
import { checked } from './confirmation.js';
import { correctionIn } from './correction-words.js';
import { askedBefore } from './last-asked.js';
import { answeredBriefly, toldAgain, toldSimpler } from './recall.js';
import { insistsOnYes, recalledIn, wantsSimpler } from './recall-words.js';
import type { Read, Reader } from './reader.js';
import { ofAnotherTerm, repaired } from './repair.js';

/**
 * 回头看: words that mean something only in the light of what was said before them: a correction, a
 * claim that wants a yes, or a wish to hear something again. What was asked before is read once more,
 * so that its tools run again and every figure of the reply stands on this turn's own facts.
 */

/** Null: the words stand by themselves. */
export function lookBack(
  router: Router,
  context: TurnContext,
  text: string,
  read: Read,
): readonly Command[] | null {
  const asked = askedBefore(context);
  if (asked.length === 0 && !reproaches(text)) return null;
  const reader: Reader = { router, context: outsideFlow(context), asked, read };
  if (wantsSimpler(text)) return toldSimpler(reader);
  if (insistsOnYes(text)) return answeredBriefly(reader);
  const correction = correctionIn(text);
  if (correction && !correctsFlow(context, text)) return repaired(reader, correction, text);
  const claim = claimIn(text);
  if (claim && !answersFlow(context, claim)) return checked(reader, claim);
  const recalled = recalledIn(text);
  return recalled === null ? ofAnotherTerm(reader, text) : toldAgain(reader, recalled);
}

/** 「你们不是说保本吗」 looks back to what was said elsewhere, and may be the first word. */
const reproaches = (text: string): boolean => claimIn(text)?.isReproach === true;

/** Whether words look back at all, for whoever else has to know. */
export const looksBack = (context: TurnContext, text: string): boolean =>
  (context.history.some(({ role }) => role === 'customer') || reproaches(text)) &&
  ((correctionIn(text) !== null && !correctsFlow(context, text)) ||
    claimsOutsideFlow(context, text) ||
    wantsSimpler(text) ||
    insistsOnYes(text) ||
    recalledIn(text) !== null);

function claimsOutsideFlow(context: TurnContext, text: string): boolean {
  const claim = claimIn(text);
  return claim !== null && !answersFlow(context, claim);
}

const outsideFlow = (context: TurnContext): TurnContext => ({
  ...context,
  state: { ...context.state, flow: null },
});

/** While a matter is under way 「不对，是十年」 corrects its values; 「我问的是…」 is about an answer. */
const correctsFlow = ({ state: { flow } }: TurnContext, text: string): boolean =>
  flow !== null &&
  !isLaidAside(flow) &&
  (flow.name !== 'need' || !/问|没(听|看)?(懂|明白)/.test(text));

/** 「最多亏一成对吧」 is what was asked for; 「所以不保本是吧」 sums up an answer. */
const answersFlow = ({ state: { flow } }: TurnContext, { words, sumsUp }: Claim): boolean =>
  flow !== null &&
  (flow.name !== 'need' || !(sumsUp || OF_THE_WORLD.test(words)) || OF_THE_PLAN.test(words));

const OF_THE_WORLD = /保本|保险|利息|收益|扣|费|到账|净值|存款|基金|理财|国债/;
const OF_THE_PLAN = /能接受|承受|不想亏|改成|我(打算|计划|准备|想|要)/;
