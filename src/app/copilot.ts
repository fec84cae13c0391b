import { fileURLToPath } from 'node:url';
import type { CopilotDeps } from '../desk/copilot/copilot-endpoints.js';
import { readCannedReplies } from '../wording/canned-replies.js';
import type { DoorParts } from './doors.js';
import { gateRulesOf } from './proposals.js';

const CANNED = fileURLToPath(new URL('../../knowledge/canned/replies.yaml', import.meta.url));

/** What stands beside a conversation at the advisor's desk. */
export const copilotDepsOf = ({ config, desk, knowledge, house }: DoorParts): CopilotDeps => ({
  ...desk,
  gate: gateRulesOf(config, house),
  index: knowledge.index,
  wordings: house.wordings,
  canned: readCannedReplies(CANNED),
});
