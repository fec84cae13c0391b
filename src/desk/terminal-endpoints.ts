import { z } from 'zod';
import type { Endpoint } from '../access/api/endpoint.js';
import { endpoint } from '../access/api/endpoint.js';
import type { ActDeps, Actor } from './acts.js';
import { ResolveBody, SayBody, claim, resolve, speak } from './acts.js';
import { ConversationShown } from './conversation-shown.js';
import { QueueShown, grouped } from './queue-endpoints.js';
import { queueLines } from './queue-lines.js';
import { personAt } from './seat.js';

const TAG = 'desk';
const PATH = '/desk/as/{employee}';
const Employee = z.object({ employee: z.string().min(1).max(64) });
const Place = Employee.extend({ id: z.string().min(1).max(64) });

/**
 * The desk for the command line alone, which serves as whichever advisor it names: nobody who signs
 * in comes here.
 */
export function terminalEndpoints(deps: ActDeps): readonly Endpoint[] {
  const actorOf = async (employee: string): Promise<Actor> => ({
    person: await personAt(deps.store, employee),
    isSupervisor: false,
  });
  const shared = { tag: TAG, needs: 'terminal.serve' } as const;
  const acting = { ...shared, method: 'post', params: Place, answer: ConversationShown } as const;
  return [
    endpoint({
      ...shared,
      method: 'get',
      path: `${PATH}/queue`,
      summary: 'The queue as an advisor sees it',
      params: Employee,
      answer: QueueShown,
      run: async ({ params }) =>
        grouped(await queueLines(deps, deps.now()), (await actorOf(params.employee)).person.id),
    }),
    endpoint({
      ...acting,
      path: `${PATH}/conversations/{id}/claim`,
      summary: 'Take a conversation as an advisor',
      refusals: [409],
      run: async ({ params }) => claim(deps, await actorOf(params.employee), params.id),
    }),
    endpoint({
      ...acting,
      path: `${PATH}/conversations/{id}/say`,
      summary: 'Say something as an advisor',
      body: SayBody,
      refusals: [409, 422],
      run: async ({ params, body }) => speak(deps, await actorOf(params.employee), params.id, body),
    }),
    endpoint({
      ...acting,
      path: `${PATH}/conversations/{id}/resolve`,
      summary: 'End the service as an advisor',
      body: ResolveBody,
      refusals: [409],
      run: async ({ params, body }) =>
        resolve(deps, await actorOf(params.employee), params.id, body),
    }),
  ];
}
