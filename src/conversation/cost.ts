/** What a language model costs, in yuan per million tokens, as its provider's contract has it. */
export interface TokenPrice {
  readonly input: number;
  readonly output: number;
}

export interface Tokens {
  readonly input: number;
  readonly output: number;
}

const MILLION = 1_000_000;

/** Yuan for one answer; null where no model was asked or its price is not known. */
export function costOf(tokens: Tokens | null, price: TokenPrice | null): number | null {
  if (!tokens || !price) return null;
  const micro = tokens.input * price.input + tokens.output * price.output;
  return Math.round(micro) / MILLION;
}
