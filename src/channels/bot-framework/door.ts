import type { NextFunction, Request, Response, Router } from 'express';
import express from 'express';
import { Problem } from '../../access/problem.js';
import type { Due } from '../../conversation/outbox.js';
import { InboundActivity, mayReplyTo } from './activity.js';
import type { Adapter, AdapterDeps } from './adapter.js';
import { repliesInResponses } from './replies-in-responses.js';

export interface BotFrameworkDeps extends AdapterDeps {
  readonly serviceHosts: readonly string[];
  readonly report: (error: unknown) => void;
}

export interface BotFrameworkDoor {
  readonly routes: Router;
  deliver(due: Due): Promise<void>;
  isAwaited(conversation: string): boolean;
}

/**
 * `POST /api/messages` for Bot Framework channels and the Emulator, and the way back. With an app id
 * the SDK is there when this resolves; without one it waits for the first activity, because it takes
 * a third of a second to load and most houses on this machine never send one.
 */
export async function botFrameworkDoor(deps: BotFrameworkDeps): Promise<BotFrameworkDoor> {
  const inResponses = repliesInResponses(deps);
  let opened: Promise<Adapter> | null = null;
  const adapter = (): Promise<Adapter> => (opened ??= openAdapter(deps));
  if (deps.appId !== null) await adapter();
  const routes = express.Router();
  routes.post('/', express.json({ limit: '256kb' }), checkActivity(deps), (req, res, next) => {
    adapter()
      .then(({ take }) => take(req, res, (conversation) => inResponses.expect(conversation, res)))
      .catch(next);
  });
  return {
    routes,
    isAwaited: inResponses.isAwaited,
    deliver: async (due) => (await adapter()).deliver(due),
  };
}

async function openAdapter(deps: AdapterDeps): Promise<Adapter> {
  const { createAdapter } = await import('./adapter.js');
  return createAdapter(deps);
}

const checkActivity =
  ({ appId, serviceHosts }: BotFrameworkDeps) =>
  (req: Request, _res: Response, next: NextFunction): void => {
    const parsed = InboundActivity.safeParse(req.body);
    if (!parsed.success) return next(new Problem(400, '不是有效的 Activity'));
    if (!mayReplyTo(parsed.data.serviceUrl, appId !== null, serviceHosts)) {
      return next(new Problem(403, 'serviceUrl 不在允许的范围内'));
    }
    next();
  };
