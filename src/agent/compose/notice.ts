import type { Told } from '../../conversation/proposal/notice.js';
import type { Draft } from '../../terms/statement.js';
import type { Wordings } from '../../wording/prompts.js';
import { EMBEDDED_MODEL } from '../understand/embedded.js';
import { draftOf } from './compose.js';
import { worded } from './paragraph.js';
import { outcomeParagraph } from './reviewed-plan.js';

/** 方案通知 in words: always of templates, whichever model is configured. */
export const composeNotice = (wordings: Wordings, told: Told, withReason: boolean): Draft =>
  draftOf(
    outcomeParagraph(
      (id, values = {}, part = {}) => worded(wordings, id, values, 0, part),
      told,
      withReason,
    ),
    EMBEDDED_MODEL,
  );
