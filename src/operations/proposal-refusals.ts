import type { AdjustFault } from '../advice/matching/adjust-plan.js';
import { MOST_PRODUCTS } from '../advice/matching/house-limits.js';
import { MAX_REASON } from '../conversation/proposal/decide.js';
import type { Signing } from '../conversation/proposal/signing.js';

/** Why a decision about a proposal is not recorded, in one line for whoever typed it. */

type Unsigned = Exclude<Signing, { readonly kind: 'signed' }>;

export const unknownLine = (what: string, id: string): string => `no ${what} is called ${id}`;

export function signingLine(signing: Unsigned, id: string, employee: string): string {
  switch (signing.kind) {
    case 'unknown':
      return signing.what === 'employee'
        ? unknownLine('employee', employee)
        : unknownLine(signing.what, id);
    case 'unsayable': {
      const found = signing.findings.map(({ rule, text }) => `${rule} “${text}”`);
      return `the guard stops what the customer would be told: ${found.join(', ')}`;
    }
    case 'refused':
      return refusedLine(signing, employee);
  }
}

function refusedLine(
  refusal: Extract<Unsigned, { readonly kind: 'refused' }>,
  employee: string,
): string {
  switch (refusal.why) {
    case 'stage':
      return `the proposal is ${refusal.stage}`;
    case 'expired':
      return 'the proposal has expired';
    case 'not_yet_expired':
    case 'told':
      return 'there is nothing to do';
    case 'reason':
      return `a reason in plain words is needed, ${MAX_REASON} characters at most`;
    case 'awaits_second':
      return 'it is signed, and waits for a second person';
    case 'no_first':
      return 'nobody has signed it yet';
    case 'same_person':
      return `${employee} has signed it already: another person has to`;
    case 'not_an_advisor':
      return `${employee} is no licensed advisor`;
    case 'unlicensed': {
      const lacking = refusal.beyond.map(({ name, lacks }) => `${name} (${lacks.join(', ')})`);
      return `${employee} may not sign for ${lacking.join(', ')}`;
    }
    case 'standing':
      return `the customer may not have this plan today: ${refusal.standing}`;
    case 'unsuitable': {
      const which = refusal.products.map(
        ({ name, row }) => `${name} (${row === null ? 'not on sale' : `row ${row}`})`,
      );
      return `not suitable today: ${which.join(', ')}`;
    }
  }
}

const LIMITS: Readonly<Record<Extract<AdjustFault, { fault: 'limit' }>['limit'], string>> = {
  most_products: `more than ${MOST_PRODUCTS} products`,
  one_share_class: 'two share classes of one product',
  whole_sum: 'more than the sum of the need',
  loss_limit: 'stated loss beyond what the customer can bear',
  equity_of_mix: 'more equity than the mix of the class',
  gold_of_mix: 'more gold than the mix of the class',
  one_issuer: 'more with one issuer than the house allows',
  insured_deposits: 'deposits at one bank beyond what is insured, of money that may lose nothing',
};

export function faultLine(fault: AdjustFault): string {
  switch (fault.fault) {
    case 'product':
      return `${fault.code}: ${/^\d+$/.test(fault.rule) ? `row ${fault.rule}` : fault.rule}`;
    case 'amount': {
      const { code, least, most, step } = fault;
      return `${code}: ${least} to ${most} yuan in steps of ${step}`;
    }
    case 'limit':
      return LIMITS[fault.limit];
  }
}
