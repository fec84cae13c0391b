import type { ToolResult } from '../../conversation/agent.js';
import type { Product } from '../../terms/product.js';
import type { LocalDate } from '../../terms/time.js';
import type { Wordings } from '../../wording/prompts.js';

/** What a reply about one product is made from. */
export interface Asked {
  readonly wordings: Wordings;
  readonly product: Product;
  readonly result: ToolResult;
  readonly query: string;
  readonly today: LocalDate;
  /** The customer wants to know whether it is for them. */
  readonly isForSelf: boolean;
}
