import type { TurnContext } from '../../conversation/agent.js';
import { isOurs } from '../../conversation/agent.js';
import { withToldOfSelf } from '../../conversation/told-of-self.js';
import type { SocialAct } from '../../terms/command.js';
import { isAngryPoint, isFeeling } from '../../terms/command.js';
import type { Suggestion } from '../../terms/statement.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { paragraph, worded } from './paragraph.js';
import { selfFacts, selfInWords } from './self-in-words.js';
import { unsaid } from './unsaid.js';

/** 寒暄与安抚: what is said when nothing was asked. */

export interface Spoken {
  readonly assistant: string;
  readonly institution: string;
  /** A product was named in these messages or spoken of before. */
  readonly isOfProduct: boolean;
  /** Something else is said in the same reply. */
  readonly isBeside?: boolean;
}

export const CALL_A_PERSON: Suggestion = { label: '请顾问来', say: '转人工' };
const WHY_IT_FELL: Suggestion = { label: '它为什么会跌', say: '它为什么会跌' };
const COST_TO_SELL: Suggestion = { label: '现在赎回扣多少', say: '它赎回要扣多少费' };
const COMPLAIN: Suggestion = { label: '我要投诉', say: '我要投诉' };
const MAKE_A_PLAN: Suggestion = { label: '理一理打算', say: '帮我做个理财规划' };

export const socialParagraph = (
  wordings: Wordings,
  act: SocialAct,
  spoken: Spoken,
  context: TurnContext,
): Paragraph => {
  if (act === 'wronged') return wrongedParagraph(wordings, context);
  if (isAngryPoint(act)) return angryParagraph(wordings, act, context);
  if (isFeeling(act)) return feelingParagraph(wordings, act, spoken, context);
  if (act === 'remembered') return rememberedParagraph(wordings, context);
  if (act === 'farewell' && isMourning(context)) {
    return worded(wordings, 'social_farewell_mourning', {}, context.seed);
  }
  return worded(wordings, wordingOf(act, spoken), valuesOf(act, spoken), context.seed, {
    suggestions: suggestionsOf(act, spoken),
  });
};

const WHERE_LOST: Suggestion = { label: '亏在哪几只', say: '我的持仓亏在哪几只' };

/** Never the words said last; a person is offered once, for whoever is angry is not to be sent away each time. */
function angryParagraph(wordings: Wordings, act: SocialAct, context: TurnContext): Paragraph {
  const id = `anger_${act}`;
  const wasOffered = context.state.offered.some(({ label }) => label === CALL_A_PERSON.label);
  return worded(wordings, id, {}, unsaid(wordings, context, id), {
    suggestions: [
      ...(context.customer === null ? [] : [WHERE_LOST]),
      COMPLAIN,
      ...(wasOffered ? [] : [CALL_A_PERSON]),
    ],
  });
}

const isMourning = ({ state }: TurnContext): boolean => state.self.traits.includes('bereaved');

const HEIRS: Suggestion = { label: '他名下的钱怎么取', say: '家里人去世了，他名下的产品怎么取' };

/** A sentence before the answer, which is not said twice; by itself, what can be done next as well. */
function feelingParagraph(
  wordings: Wordings,
  act: SocialAct,
  { isBeside = false }: Spoken,
  context: TurnContext,
): Paragraph {
  const id = isBeside ? `feeling_${act}` : `feeling_${act}_alone`;
  const { variants } = wordings.get(id);
  // Condolences are offered once, however often the death is spoken of; the last variant has none.
  const wasConsoled = act === 'grief' && isMourning(context);
  const variant = wasConsoled ? variants - 1 : unsaid(wordings, context, id);
  const text = wordings.get(id).render({}, variant);
  const wasSaid = context.history.some((one) => isOurs(one) && one.text.includes(text));
  if (isBeside && (wasSaid || wasConsoled)) return paragraph('');
  const suggestions = act === 'grief' ? [HEIRS, CALL_A_PERSON] : [CALL_A_PERSON];
  return worded(wordings, id, {}, variant, {
    // Whoever is afraid is offered a person beside the answer, too.
    suggestions: act === 'joy' || (isBeside && act !== 'fear') ? [] : suggestions,
  });
}

function rememberedParagraph(wordings: Wordings, context: TurnContext): Paragraph {
  const self = context.messages.reduce(
    (told, { text }) => withToldOfSelf(told, text),
    context.state.self,
  );
  return worded(wordings, 'social_remembered', { told: selfInWords(self) }, context.seed, {
    facts: selfFacts(self),
  });
}

/** Where a complaint is on record, what is told further goes with it. */
function wrongedParagraph(wordings: Wordings, context: TurnContext): Paragraph {
  const isFiled = context.state.complaintDue !== null;
  const id = isFiled ? 'social_wronged_filed' : 'social_wronged';
  return worded(wordings, id, {}, unsaid(wordings, context, id), {
    suggestions: isFiled ? [CALL_A_PERSON] : [COMPLAIN, CALL_A_PERSON],
  });
}

function wordingOf(act: SocialAct, { isOfProduct, isBeside }: Spoken): string {
  if (act !== 'upset') return `social_${act}`;
  if (isBeside) return 'social_upset_beside';
  return isOfProduct ? 'social_upset_product' : 'social_upset';
}

function valuesOf(act: SocialAct, { assistant, institution }: Spoken): Record<string, string> {
  if (act === 'greeting') return { assistant };
  return act === 'identity' ? { assistant, institution } : {};
}

function suggestionsOf(act: SocialAct, { isOfProduct, isBeside }: Spoken): readonly Suggestion[] {
  if (act === 'upset' && !isBeside) {
    return isOfProduct ? [WHY_IT_FELL, COST_TO_SELL, CALL_A_PERSON] : [CALL_A_PERSON];
  }
  if (act === 'told') return [MAKE_A_PLAN, CALL_A_PERSON];
  return act === 'scolded' ? [CALL_A_PERSON] : [];
}
