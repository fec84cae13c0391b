import { join } from 'node:path';
import { composeCase } from '../agent/compose/case-notice.js';
import { composeMoment, composeMomentLetter } from '../agent/compose/moment.js';
import { composeNotice } from '../agent/compose/notice.js';
import type { GateRules } from '../agent/tools/gate.js';
import { OWN_CHANNEL } from '../agent/tools/gate.js';
import type { Config } from '../config.js';
import type { CaseNoticeDeps } from '../conversation/cases/notice.js';
import type { MomentTellingDeps } from '../conversation/moments/telling.js';
import type { NoticeDeps } from '../conversation/proposal/notice.js';
import type { LetterDeps } from '../desk/moments/letter.js';
import type { ProposalDeskDeps } from '../desk/proposals/approving.js';
import type { Wordings } from '../wording/prompts.js';
import { loadGuardModel } from './guard-model.js';
import type { HouseFiles } from './house-files.js';
import type { Parts } from './parts.js';
import { ORIGIN } from './parts.js';

export const aiLabelOf = ({ institution }: Pick<Config, 'institution'>): string =>
  `${institution.assistant.name} · AI 生成`;

/** What the house says of itself to the suitability gate. */
export const gateRulesOf = (
  { institution }: Config,
  { thresholds }: Pick<HouseFiles, 'thresholds'>,
): GateRules => ({
  operator: institution.channelOperator ?? OWN_CHANNEL.operator,
  house: thresholds,
});

/** What is told of proposals, and how the guard looks at it. */
export function noticeDepsOf(config: Config, wordings: Wordings): NoticeDeps {
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
  { store, now, house }: Pick<Parts, 'store' | 'now' | 'house'>,
  planning: ProposalDeskDeps['planning'],
): ProposalDeskDeps => ({
  ...noticeDepsOf(config, house.wordings),
  ...gateRulesOf(config, house),
  store,
  origin: ORIGIN,
  now,
  planning,
});

/** What is told of key moments. */
export const momentWords =
  (wordings: Wordings): MomentTellingDeps['composeMoment'] =>
  (told) =>
    composeMoment(wordings, told);

/** What is drafted for advisors because of key moments. */
export const letterWords =
  (wordings: Wordings): LetterDeps['composeLetter'] =>
  (moment, address) =>
    composeMomentLetter(wordings, moment, address);

/** What is told of complaints and requests. */
export const caseWords =
  (wordings: Wordings): CaseNoticeDeps['composeCase'] =>
  (told) =>
    composeCase(wordings, told);
