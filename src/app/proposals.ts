import { join } from 'node:path';
import { thresholdsOf } from '../advice/suitability/house-thresholds.js';
import { composeNotice } from '../agent/compose/notice.js';
import type { GateRules } from '../agent/tools/gate.js';
import { OWN_CHANNEL } from '../agent/tools/gate.js';
import type { Config } from '../config.js';
import type { NoticeDeps } from '../conversation/proposal/notice.js';
import type { ProposalDeps } from '../operations/proposals.js';
import type { Wordings } from '../wording/prompts.js';
import { loadWordings } from '../wording/prompts.js';
import { loadGuardModel } from './guard-model.js';
import type { Parts } from './parts.js';
import { ORIGIN } from './parts.js';

const PROMPTS = new URL('../../prompts', import.meta.url).pathname;

export const aiLabelOf = ({ institution }: Config): string =>
  `${institution.assistant.name} · AI 生成`;

/** What the house says of itself to the suitability gate. */
export const gateRulesOf = ({ institution }: Config): GateRules => ({
  operator: institution.channelOperator ?? OWN_CHANNEL.operator,
  house: thresholdsOf(institution.suitability),
});

/** What is told of proposals, and how the guard looks at it. */
export function noticeDepsOf(
  config: Config,
  wordings: Wordings = loadWordings(PROMPTS),
): NoticeDeps {
  const { hosts, hours } = config.institution;
  return {
    allowedHosts: hosts,
    houseWords: [hours.text],
    aiLabel: aiLabelOf(config),
    learned: loadGuardModel(join(config.dataDir, 'models')),
    composeNotice: (told, withReason) => composeNotice(wordings, told, withReason),
  };
}

/** What proposals are listed, shown and signed on. */
export const proposalDepsOf = (
  config: Config,
  { store, now }: Pick<Parts, 'store' | 'now'>,
  planning: ProposalDeps['planning'],
): ProposalDeps => ({
  ...noticeDepsOf(config),
  ...gateRulesOf(config),
  store,
  origin: ORIGIN,
  now,
  planning,
});
