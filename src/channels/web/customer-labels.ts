import type { CustomerProfile } from '../../profiles/kyc.js';
import { ageOn } from '../../profiles/kyc.js';
import { addMonths } from '../../terms/time.js';

const TOLERANCE_NAMES = ['保守', '稳健', '平衡', '成长', '进取'];

function toleranceOf({ tolerance }: CustomerProfile) {
  return {
    tolerance: tolerance === null ? null : `C${tolerance}`,
    label: tolerance === null ? '未测评' : (TOLERANCE_NAMES[tolerance - 1] ?? ''),
  };
}

/** A customer a visitor may sign in as, as the page lists it. */
export function demoEntry(customer: CustomerProfile, today: string) {
  const { id, address } = customer;
  return { id, name: address, ...toleranceOf(customer), note: noteOf(customer, today) };
}

/** One year after the assessment it has to be made again (Order 7 art. 29 [T2]). */
function noteOf(customer: CustomerProfile, today: string): string {
  if (customer.lowestCategory) return '最低风险承受类别';
  if (!customer.personalization) return '已关闭个性化推荐';
  if (customer.investorClass !== 'ordinary') return '专业投资者';
  if (customer.assessedOn === null) return '尚未测评';
  if (today >= addMonths(customer.assessedOn, 12)) return '测评已过期';
  const age = ageOn(customer.born, today) ?? 0;
  return age >= 65 ? `${age} 岁` : '测评有效';
}

const ELDER_AGE = 60;

/** Who is signed in, as the page shows it. */
export const signedIn = (customer: CustomerProfile, today: string) => ({
  id: customer.id,
  name: customer.address,
  ...toleranceOf(customer),
  elder: (ageOn(customer.born, today) ?? 0) >= ELDER_AGE,
});
