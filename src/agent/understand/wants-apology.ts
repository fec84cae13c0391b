import type { Command } from '../../terms/command.js';

/** 要一句对不起: whoever wants to hear that we are sorry hears it first. */

const WANTS_IT =
  /(说|讲|来)(一)?(声|句|个)?(对不起|抱歉|不好意思)(会死|很难|都不会|能死|有多难)?|(先|给我|跟我|向我)[^，。]{0,4}(道(个|一个)?歉|赔(个|一个)?(礼|不是))|(不|连)[^，。]{0,4}(道歉|说对不起)(吗|么|都|一句)/;
const OF_A_RULE = /怎么|要求|能不能(让|要求)|规定|会不会|书面/;

export const apologyWanted = (text: string): Command | null =>
  WANTS_IT.test(text) && !OF_A_RULE.test(text) ? { do: 'social', act: 'apology' } : null;

/** Longer, it tells a story in which somebody ought to have said sorry. */
const SHORT = 16;

/** It is all that is said. */
export const onlyWantsApology = (text: string): Command | null =>
  [...text].length <= SHORT && !/投诉|登记/.test(text) ? apologyWanted(text) : null;
