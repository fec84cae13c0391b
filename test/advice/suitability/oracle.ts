import type { Occasion } from '../../../src/advice/suitability/occasion.js';

/**
 * The product gate written a second time, straight down the page of contracts.md, by hand and without
 * anything of `src/`: one `if` after the other, integers as they stand there. Types only are shared.
 */
// eslint-disable-next-line complexity -- one list on one page; cut up it would be the table once more
export function oracle(o: Occasion): string {
  const product: Record<string, unknown> = { ...o.product };
  const customer: Record<string, unknown> = { ...o.customer };
  const text = (of: Record<string, unknown>, name: string, absent: string) =>
    (of[name] as string | null | undefined) ?? absent;
  const number = (of: Record<string, unknown>, name: string) => {
    const value = of[name];
    return typeof value === 'number' ? value : null;
  };
  const yes = (of: Record<string, unknown>, name: string) => of[name] === true;
  const say = (verdict: string, row: number, ...duties: string[]) =>
    `${verdict} ${row} ${duties.sort().join(',')}`;

  const I = product['regime'] === 'NFRA_INVEST';
  const P = product['regime'] === 'NFRA_INSURANCE';
  const F = product['regime'] === 'CSRC_FUND';
  const D = product['regime'] === 'DEPOSIT' || product['regime'] === 'GOV_BOND';
  const grades = [number(product, 'riskLevel'), number(product, 'issuerRiskLevel')].filter(
    (grade) => grade !== null,
  );
  const graded = grades.length > 0;
  const grade = graded ? Math.max(...grades) : -1;
  const tolerance = number(customer, 'tolerance');
  const overRisk = graded && tolerance !== null && grade > tolerance;
  const professional = text(customer, 'investorClass', 'ordinary').startsWith('professional');
  const exempt = professional && F;
  const age = number(customer, 'age');
  const amount = o.order?.amount ?? null;
  const assets = number(customer, 'liquidAssets');
  const spending = number(customer, 'monthlySpending');
  const insists = o.customerInsists === true;

  if (o.emergency === true) return say('HUMAN', 1, 'emergency_route');
  if (o.channel.operator !== 'licensed_self_operated') {
    return say('INFO_ONLY', 2, 'link_to_own_platform');
  }
  if (!yes(customer, 'identityVerified') || yes(customer, 'cddBlocked')) {
    const flag = yes(customer, 'cddBlocked') ? ['silent_flag'] : [];
    return say('INFO_ONLY', 3, 'neutral_wording', ...flag);
  }
  let capacity = 'full';
  if (age !== null && age < 18) capacity = 'limited';
  if (age !== null && age < 8) capacity = 'none';
  capacity = text(customer, 'capacity', capacity);
  if (capacity === 'none') return say('BLOCK', 4, 'capacity_notice');
  if (capacity === 'limited') {
    const fine = yes(customer, 'guardianConsent') && (D || (graded && grade === 1));
    if (!fine) return say('BLOCK', 4, 'capacity_notice');
  }
  const until = text(product, 'gradeValidUntil', '9999-12-31');
  if (product['status'] !== 'on_sale' || until < o.today || ((I || F) && !graded)) {
    return say('BLOCK', 5, 'not_on_shelf');
  }
  if ((I || F) && yes(product, 'private') && !yes(customer, 'qualifiedInvestor')) {
    return say('INFO_ONLY', 6, 'hide_name_and_performance', 'offer_human');
  }
  if (yes(customer, 'refusedRequiredData')) return say('BLOCK', 11, 'warn_consequence');
  const assessed = text(customer, 'assessedOn', '');
  if ((I || P || F) && graded && !exempt) {
    const stale = assessed === '' || assessed > o.today || !(o.today < aYearAfter(assessed));
    if (tolerance === null || stale || yes(customer, 'materialChange')) {
      return say('BLOCK', 7, 'education_allowed', 'offer_reassessment');
    }
    if (yes(customer, 'assessmentInvalid')) {
      return say('BLOCK', 10, 'flag_compliance', 'redo_assessment');
    }
  }
  if (o.order?.borrowed === true) return say('BLOCK', 27, 'warn_borrowed_money');
  if (!D && yes(customer, 'lowestCategory') && graded && grade > 1) {
    return say('BLOCK', 14, 'never_above_tolerance');
  }
  if ((I || P) && overRisk) return say('BLOCK', 12, 'do_not_suggest_retest', 'no_override');
  if (F && !professional && overRisk) {
    if (o.initiative !== 'customer') return say('BLOCK', 13, 'do_not_show');
    return insists
      ? say('HUMAN', 15, 'special_written_warning', 'explicit_acknowledgement', 'record')
      : say('INFO_ONLY', 15, 'mismatch_warning');
  }
  if (
    P &&
    ['need_mismatch', 'cannot_keep_paying', 'duplicate_cover'].includes(o.insuranceFinding ?? '')
  ) {
    return insists
      ? say('HUMAN', 20, 'explain', 'written_confirmation')
      : say('BLOCK', 20, 'advise_to_stop');
  }
  const horizon = o.need?.horizonDays ?? Infinity;
  const bearable = o.need?.maxLossPct ?? Infinity;
  const stated = [0, 0, 5, 15, 30, 60][Math.max(grade, 0)]!;
  if (horizon < (number(product, 'lockDays') ?? 0) || (graded && bearable < stated)) {
    return insists
      ? say('HUMAN', 16, 'explain_mismatch')
      : say('INFO_ONLY', 16, 'explain_mismatch', 'no_promotion');
  }
  const left = amount !== null && assets !== null ? assets - amount : null;
  if (amount !== null && assets !== null && left !== null) {
    const tooMuch = 5 * amount > 4 * assets;
    const tooLittle = spending !== null && left < 3 * spending;
    if (tooMuch || tooLittle) return say('HUMAN', 17, 'affordability_review');
  }
  if (!D && age !== null && age >= 65 && grade >= 4) return say('HUMAN', 18, 'elder_care');
  if (P && age !== null && age >= 60 && (number(product, 'termYears') ?? 0) > 1) {
    return say('HUMAN', 19, 'recording_required');
  }
  const uncertain = /^(participating|universal|unit_linked|variable_annuity)$/;
  if (P && uncertain.test(text(product, 'insuranceKind', ''))) {
    const income = number(customer, 'householdIncome');
    const single = number(product, 'singlePremium') ?? 0;
    const annual = number(product, 'annualPremium') ?? 0;
    const years = number(product, 'premiumYears') ?? 0;
    const byIncome =
      income === null ? single > 0 || annual > 0 : single > 4 * income || 5 * annual > income;
    if (byIncome || (years > 0 && age !== null && years + age >= 75)) {
      return say('HUMAN', 21, 'signed_declaration');
    }
  }
  if (customer['personalization'] === false && o.initiative === 'bot') {
    return say('INFO_ONLY', 30, 'non_profiled_list_only');
  }
  const duties: string[] = [];
  if (amount !== null && assets !== null && left !== null) {
    if (2 * amount > assets || (spending !== null && left < 6 * spending)) {
      duties.push('affordability_warning');
    }
  }
  if (age === null && (grade >= 4 || P)) duties.push('ask_age');
  if (D) return say(duties.length > 0 ? 'ALLOW_WITH' : 'ALLOW', 32, ...duties);
  duties.push('ai_label', 'data_date', 'fees', 'main_loss');
  if (!exempt) duties.push('match_opinion');
  if (graded) duties.push('risk_grade');
  return say('ALLOW_WITH', 32, ...duties);
}

/** The same day next year; 29 February becomes the 28th. */
function aYearAfter(day: string): string {
  const [year, rest] = [Number(day.slice(0, 4)), day.slice(4)];
  return `${String(year + 1).padStart(4, '0')}${rest === '-02-29' ? '-02-28' : rest}`;
}
