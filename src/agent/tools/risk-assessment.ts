import { z } from 'zod';
import {
  MAX_A_DAY,
  MAX_IN_A_YEAR,
  WINDOW_MONTHS,
  chancesOn,
  mayAssess,
  nextChance,
} from '../../advice/profiling/attempts.js';
import { portraitOf } from '../../advice/profiling/portrait.js';
import { assessmentsOf } from '../../profiles/assessments.js';
import { ageOn, findCustomer } from '../../profiles/kyc.js';
import type { Store } from '../../store/store.js';
import type { Fact } from '../../terms/fact.js';
import type { LocalDate } from '../../terms/time.js';
import { addDays } from '../../terms/time.js';
import type { Tool } from './tool.js';
import { found, nothingFound } from './tool.js';

const Nothing = z.strictObject({});

/** Why an assessment does not begin; the first is also why there is no profile. */
export const NOT_SIGNED_IN = 'nobody is signed in';
export const NO_CHANCE_LEFT = 'no assessment is left for now';

/** `get_my_profile`: the class of whoever is signed in, and how long it counts. */
export const getMyProfile = (store: Store): Tool<z.infer<typeof Nothing>> => ({
  name: 'get_my_profile',
  effect: 'read',
  input: Nothing,
  async run(_input, { customer, today }) {
    const profile = customer ? await findCustomer(store, customer) : null;
    if (!profile) return nothingFound(NOT_SIGNED_IN);
    const portrait = portraitOf({ ...profile, age: ageOn(profile.born, today) }, [], [], today);
    const { assessedOn } = profile;
    const { attempts } = await assessmentsOf(store, profile);
    return found({
      portrait,
      chances: { ...chancesOn(attempts, today), next: nextChance(attempts, today) },
      facts: [
        ...dated(assessedOn, '测评日期'),
        ...dated(portrait.expires, '测评失效日'),
        ...dated(portrait.expires && addDays(portrait.expires, -1), '测评有效期最后一天'),
        ...limits(chancesOn(attempts, today)),
      ],
    });
  },
});

/**
 * `start_risk_assessment`: whether the questionnaire may be taken now. The answers themselves are events
 * of the conversation.
 */
export const startRiskAssessment = (store: Store): Tool<z.infer<typeof Nothing>> => ({
  name: 'start_risk_assessment',
  effect: 'read',
  input: Nothing,
  async run(_input, { customer, today }) {
    const profile = customer ? await findCustomer(store, customer) : null;
    if (!profile) return nothingFound(NOT_SIGNED_IN);
    const { attempts } = await assessmentsOf(store, profile);
    const chances = chancesOn(attempts, today);
    const next = nextChance(attempts, today);
    const facts = [...limits(chances), ...dated(next, '下次可以测评的日子')];
    const failure = mayAssess(attempts, today) ? null : NO_CHANCE_LEFT;
    return found({ facts, failure, chances: { ...chances, next } });
  },
});

const dated = (value: LocalDate | null, label: string): readonly Fact[] =>
  value === null ? [] : [{ value, unit: 'date', label }];

/** 金融机构产品适当性管理办法 art. 29 [T2], and what is left of it. */
const limits = ({ day, year }: { day: number; year: number }): readonly Fact[] => [
  { value: day, unit: 'count', label: '今天还可以测评的次数' },
  { value: year, unit: 'count', label: '12 个月内还可以测评的次数' },
  { value: MAX_A_DAY, unit: 'count', label: '一天最多测评的次数' },
  { value: MAX_IN_A_YEAR, unit: 'count', label: '12 个月内最多测评的次数' },
  { value: WINDOW_MONTHS, unit: 'month', label: '测评有效期' },
];
