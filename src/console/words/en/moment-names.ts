/** What key moments are called, and what an advisor is asked to do at each. */
const MOMENTS: Readonly<Record<number, readonly [string, string?]>> = {
  1: ['A deposit or product matures', 'ask what the money is for, then look at the same grade'],
  2: ['Much money came in', 'thank them, ask what it is for; no product yet'],
  3: ['Much money went out', 'ask why, and whether the service fell short'],
  4: ['A product they hold fell sharply', 'explain by contribution; no forecast'],
  5: ['The market fell sharply'],
  6: ['A product they hold was graded up', 'renew the opinion; no longer bring it up'],
  7: ['A fund manager changed'],
  8: ['A product was suspended or limited'],
  9: ['Fees changed'],
  10: ['Risk assessment runs out'],
  11: ['The assessed class changed', 'confirm with the customer, match anew'],
  12: [
    'Something in their life changed',
    'care first; check emergency money; re-assess if need be',
  ],
  13: ['Turned 60 or 65'],
  14: ['A child comes to an age of school', 'look at the education goal together'],
  15: ['Retirement is near', 'plan monthly income and spending together'],
  16: ['A mortgage ended or began', 'see how the month changes'],
  17: ['Birthday', 'a greeting; no product'],
  18: ['A bonus or dividend arrived'],
  19: ['A regular investment was not debited'],
  20: ['A regular investment reached its goal', 'talk about what is next for the goal'],
  21: ['A premium is due', 'remind within the grace period; ask about difficulties'],
  22: ['The advisor has left or changed'],
  23: ['Cooling-off period of a policy'],
  24: ['One product is a large share', 'talk about spreading; the customer decides'],
  25: ['Money lies idle'],
  26: ['Looks again and again at products above their class', 'talk about risk; push nothing'],
  27: ['No answer found, or the customer is upset', 'take over with the summary'],
  28: ['A complaint', 'contact the customer, establish the facts, answer in time'],
  29: ['A large transfer after a new device', 'verify the person; delay if need be'],
  30: ['Perhaps being cheated', 'contact the customer; help stop payment and report'],
  31: ['An identity document runs out'],
  32: ['Back after a long absence', 'refresh data and assessment before products'],
};

export const momentNameEn = (number: number, name: string): string => MOMENTS[number]?.[0] ?? name;

/** For an advisor; what is asked of others is told in the house’s own words. */
export const momentActionEn = (number: number, audience: string, action: string): string =>
  (audience === 'advisor' ? MOMENTS[number]?.[1] : undefined) ?? action;
