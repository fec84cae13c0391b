import type { Planning } from '../agent/tools/planning.js';
import { loadMarket } from './market.js';
import { createSolver } from './solver.js';

/** Market, assumptions, policy and solver; a figure that is not approved stops the start. */
export const openPlanning = async (): Promise<Planning> => ({
  basis: loadMarket(),
  solve: await createSolver(),
});
