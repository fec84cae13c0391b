import type { TurnContext } from '../../conversation/agent.js';
import type { Command } from '../../terms/command.js';
import { classAsked } from './class-asked.js';
import { termAsked } from './deposit-asked.js';
import { figureAsked } from './figure-asked.js';
import { limitAsked } from './limit-asked.js';
import type { Router } from './router.js';
import { wholeCostAsked } from './whole-cost.js';

/**
 * 问得很准的: a class and what it costs, all costs in one sum, a figure that was told, a limit, a term on the
 * shelf. Null: none of these. `whole`: the message this is a piece of.
 */
export const figuresAsked = (
  router: Router,
  context: TurnContext,
  text: string,
  whole: string = text,
): Command | null =>
  classAsked(router, context, text) ??
  wholeCostAsked(router, context, text) ??
  figureAsked(router, context, text) ??
  limitAsked(router, context, text, whole) ??
  termAsked(router, context, text);
