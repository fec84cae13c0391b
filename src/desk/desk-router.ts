import type { Endpoint } from '../access/api/endpoint.js';
import type { ActDeps } from './acts.js';
import { conversationEndpoints } from './conversation-endpoints.js';
import { customerEndpoints } from './customers/customer-endpoints.js';
import { createLive } from './live.js';
import { liveEndpoints } from './live-endpoints.js';
import { mentionEndpoints } from './mentions/mention-endpoints.js';
import { queueEndpoints } from './queue-endpoints.js';
import { unsealingEndpoints } from './unsealing/unsealing-endpoints.js';
import { terminalEndpoints } from './terminal-endpoints.js';

export interface DeskDeps extends ActDeps {
  readonly report: (error: unknown) => void;
}

/** The advisor's door, `/api/v1/desk`: a file a subject, listed here. */
export const deskEndpoints = (deps: DeskDeps): readonly Endpoint[] => [
  ...queueEndpoints(deps),
  ...conversationEndpoints(deps),
  ...customerEndpoints(deps),
  ...unsealingEndpoints(deps),
  ...mentionEndpoints(deps),
  ...liveEndpoints({ ...deps, live: createLive(deps, deps.report) }),
  ...terminalEndpoints(deps),
];
