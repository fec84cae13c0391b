import { WITHIN_REACH } from '../../advice/matching/projection.js';
import type { GoalSide } from '../../terms/command.js';
import type { Fact } from '../../terms/fact.js';
import type { Levers, Outlook } from '../../terms/plan.js';
import { exactYuan, yuan } from '../../wording/figures.js';
import {
  counted,
  LONGEST,
  OF,
  outlookParagraphs,
  spanFacts,
  spanWords,
  timesInWords,
  timesOf,
} from './goal.js';
import type { Paragraph } from './paragraph.js';
import type { Say } from './proposal.js';

/** 够不够、要存多少、要多久: what is asked of the sum comes first. */

export interface Reckoned {
  readonly outlook: Outlook | null;
  readonly levers: Levers | null;
  readonly facts: readonly Fact[];
  /** How often it was to be reached, ratio; absent: as the house reckons. */
  readonly within?: number;
}

export function reachParagraphs(
  say: Say,
  wants: GoalSide,
  { outlook, levers, facts, within = WITHIN_REACH }: Reckoned,
): readonly Paragraph[] {
  if (!outlook) return [say('goal_no_target')];
  if (wants === 'chance') return outlookParagraphs(say, outlook, levers, facts, within);
  return [levers ? inverse(say, wants, outlook, levers) : enough(say, outlook, within)];
}

const factsOf = (often: number): readonly Fact[] => [counted(often), counted(OF)];

function inverse(say: Say, wants: GoalSide, { target }: Outlook, levers: Levers): Paragraph {
  const { probability, monthlySaving, months } = levers;
  const often = Math.round(probability * OF);
  const values = {
    often: String(often),
    of: String(OF),
    target: yuan(target),
    saving: exactYuan(monthlySaving),
  };
  if (wants === 'saving') return say('goal_saving', values, { facts: factsOf(often) });
  if (months === null || months > LONGEST) {
    return say('goal_months_never', values, { facts: factsOf(often) });
  }
  const facts = [...factsOf(often), ...spanFacts(months)];
  return say('goal_months', { ...values, months: spanWords(months) }, { facts });
}

/** It is within reach as it stands. */
function enough(say: Say, { target, probability }: Outlook, within: number): Paragraph {
  const often = Math.round(within * OF);
  const facts = [...factsOf(often), counted(timesOf(probability))];
  const values = {
    target: yuan(target),
    of: String(OF),
    times: timesInWords(probability),
    often: String(often),
  };
  return say('goal_enough', values, { facts });
}
