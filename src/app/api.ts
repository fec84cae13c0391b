import { readFileSync } from 'node:fs';
import type { Router } from 'express';
import type { CallerDeps } from '../access/api/caller.js';
import { sessionCookie } from '../access/api/cookie.js';
import type { Endpoint } from '../access/api/endpoint.js';
import { apiRoutes } from '../access/api/mount.js';
import { openApi } from '../access/api/openapi.js';
import { oidcEndpoints } from '../access/oidc/oidc-endpoints.js';
import { identityProvider } from '../access/oidc/provider.js';
import { secret } from '../access/secrets.js';
import { sessionEndpoints } from '../access/staff/session-endpoints.js';
import { staffEndpoints } from '../access/staff/staff-endpoints.js';
import { operationsEndpoints } from '../operations/door.js';
import type { DoorParts } from './doors.js';
import { ORIGIN } from './parts.js';

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string };

/** The staff's API and the document that describes it. */
export function apiOf(parts: DoorParts): { readonly api: Router; readonly openApi: object } {
  const { config, store, passwords, now, log } = parts;
  const callers = {
    store,
    now,
    cookie: sessionCookie(isSecure(config)),
    terminalToken: secret(config.dataDir, 'cli-token', null),
    publicUrl: config.publicUrl,
  };
  const endpoints: readonly Endpoint[] = [
    ...sessionsOf(parts, callers),
    ...staffEndpoints({ store, origin: ORIGIN, now, passwords }),
    ...operationsOf(parts),
  ];
  const denied: Parameters<typeof apiRoutes>[0]['denied'] = ({ id, holder }, { method, path }) =>
    log.warn({ staff: id, holder, method, path }, 'not permitted');
  return {
    api: apiRoutes({ ...callers, denied }, endpoints),
    openApi: openApi(endpoints, { title: 'Shuzhi 数智员工', version }),
  };
}

const CALLBACK = '/api/v1/session/oidc/callback';

function sessionsOf({ config, passwords, log }: DoorParts, callers: CallerDeps) {
  const { oidc, publicUrl } = config;
  const deps = { ...callers, origin: ORIGIN, passwords, oidc: oidc !== null };
  const own = sessionEndpoints(deps);
  if (oidc === null || publicUrl === null) return own;
  const redirectUri = new URL(CALLBACK, publicUrl).href;
  const secureCookies = isSecure(config);
  const refused = (error: unknown) => log.warn({ err: error }, 'no sign-in by OIDC');
  const provider = identityProvider({ ...oidc, redirectUri });
  return [...own, ...oidcEndpoints({ ...deps, provider, secureCookies, refused })];
}

const operationsOf = ({ store, knowledge, turns, watch, greet, proposals, now }: DoorParts) =>
  operationsEndpoints({
    store,
    index: knowledge.index,
    refresh: knowledge.refresh,
    now,
    greet,
    ask: { store, origin: ORIGIN, now, turns, watch },
    proposals,
  });

const isSecure = ({ publicUrl }: DoorParts['config']): boolean =>
  publicUrl?.startsWith('https:') ?? false;
