import type { PolicyRights } from '../../advice/lifecycle/cooling-off.js';
import type { ToolResult } from '../../conversation/agent.js';
import { dayInChat, fullDay, spaced } from '../../wording/figures.js';
import type { Wordings } from '../../wording/prompts.js';
import type { Paragraph } from './paragraph.js';
import { worded } from './paragraph.js';

/** 犹豫期 (suitability.md row 31): the days left for the customer's own policies, ahead of what is generally so. */

/** Older ones are over, and what was asked is hardly of them. */
const MOST = 2;

/** Every open one; the latest where all are over. */
export function coolingOffParagraphs(
  wordings: Wordings,
  { policies = [], facts }: Pick<ToolResult, 'policies' | 'facts'>,
): readonly Paragraph[] {
  const open = policies.filter(({ isOpen }) => isOpen);
  const told = open.length > 0 ? open.slice(0, MOST) : policies.slice(0, 1);
  return told.map((policy) => rightsParagraph(wordings, policy, facts));
}

function rightsParagraph(
  wordings: Wordings,
  { name, lastDay, daysLeft, isOpen }: PolicyRights,
  facts: ToolResult['facts'],
): Paragraph {
  const called = spaced(name ?? '您的保单');
  if (!isOpen) {
    return worded(wordings, 'cooling_off_over', { name: called, day: fullDay(lastDay) }, 0, {
      facts,
    });
  }
  const values = { name: called, day: dayInChat(lastDay), left: `${daysLeft} 天` };
  return worded(wordings, 'cooling_off_open', values, 0, { facts });
}
