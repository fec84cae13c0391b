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
import { colleagueEndpoints } from '../access/staff/colleague-endpoints.js';
import { employeeEndpoints } from '../access/staff/employee-endpoints.js';
import { sessionEndpoints } from '../access/staff/session-endpoints.js';
import { staffEndpoints } from '../access/staff/staff-endpoints.js';
import type { CaseNoticeDeps } from '../conversation/cases/notice.js';
import { copilotEndpoints } from '../desk/copilot/copilot-endpoints.js';
import { deskEndpoints } from '../desk/desk-router.js';
import { copilotDepsOf } from './copilot.js';
import { filingEndpoints } from '../desk/customers/filing-endpoints.js';
import { momentEndpoints } from '../desk/moments/moment-endpoints.js';
import { proposalDeskEndpoints } from '../desk/proposals/proposal-endpoints.js';
import { operationsEndpoints } from '../operations/door.js';
import { complaintEndpoints } from '../review/cases/complaint-endpoints.js';
import { rightsEndpoints } from '../review/cases/rights-endpoints.js';
import { erasureEndpoints } from '../review/erasure/erasure-endpoints.js';
import { changeEndpoints } from '../review/changes/change-endpoints.js';
import { ruleStateEndpoints } from '../review/changes/rule-endpoints.js';
import { draftEndpoints } from '../review/drafts/draft-endpoints.js';
import { exportEndpoints } from '../review/case/export-endpoints.js';
import { findingEndpoints } from '../review/findings/finding-endpoints.js';
import { savedEndpoints } from '../review/search/saved/saved-endpoints.js';
import { searchEndpoints } from '../review/search/search-endpoints.js';
import { ledgerEndpoints } from '../review/ledger/ledger-endpoints.js';
import { tellingTrouble } from '../review/ledger/telling-trouble.js';
import { overviewEndpoints } from '../review/overview/overview-endpoints.js';
import { recordEndpoints } from '../review/record/record-endpoints.js';
import { replayEndpoints } from '../review/replay/replay-endpoints.js';
import { reviewEndpoints } from '../review/work/review-endpoints.js';
import type { DoorParts } from './doors.js';
import { ORIGIN } from './parts.js';
import { caseWords, letterWords } from './proposals.js';
import { erasureDepsOf } from './retention-rules.js';

const { version } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { version: string };

/** The staff's API and the document that describes it, which is written once, when it is first asked for. */
export function apiOf(parts: DoorParts): { readonly api: Router; readonly openApi: () => object } {
  const { config, store, passwords, now, log, desk } = parts;
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
    ...deskEndpoints(desk),
    ...copilotEndpoints(copilotDepsOf(parts)),
    ...employeeEndpoints({ store, origin: ORIGIN, now }),
    ...colleagueEndpoints({ store }),
    ...proposalDeskEndpoints(parts.proposals),
    ...momentEndpoints(parts.proposals, {
      ...desk,
      composeLetter: letterWords(parts.house.wordings),
    }),
    ...operationsOf(parts),
    ...erasureEndpoints({ ...caseNoticeOf(parts), ...erasureDepsOf(parts) }),
    ...draftEndpoints({ store, origin: ORIGIN, now }),
    ...exportEndpoints({
      store,
      origin: ORIGIN,
      now,
      ledger: tellingTrouble(parts.ledger),
      institution: config.institution.legalName,
      exportsPerHour: config.limits.exportsPerHour,
    }),
    ...replayEndpoints({
      store,
      origin: ORIGIN,
      now,
      openEra: parts.openEra,
      report: parts.report,
    }),
    ...changeEndpoints(parts.changes),
    ...ruleStateEndpoints(parts.changes),
    ...findingEndpoints(parts.inspection),
    ...reviewEndpoints({ store, origin: ORIGIN, now }),
    ...searchEndpoints({ store, origin: ORIGIN, now }),
    ...savedEndpoints({ store, now }),
    ...overviewEndpoints(parts.inspection, parts.house.thresholds, desk),
    ...recordEndpoints({ store, origin: ORIGIN, now, ledger: tellingTrouble(parts.ledger) }),
    ...ledgerEndpoints({ store, origin: ORIGIN, now, ledger: parts.ledger }),
    ...casesOf(parts),
  ];
  const denied: Parameters<typeof apiRoutes>[0]['denied'] = ({ id, holder }, { method, path }) =>
    log.warn({ staff: id, holder, method, path }, 'not permitted');
  let written: object | null = null;
  return {
    api: apiRoutes({ ...callers, denied }, endpoints),
    openApi: () =>
      (written ??= openApi(endpoints, { title: 'Shuzhi, the API of its staff', version })),
  };
}

/** Complaints and requests, taken down at the desk and answered at the compliance door. */
function casesOf(parts: DoorParts): readonly Endpoint[] {
  const { store, now, config } = parts;
  const { rules: retention } = erasureDepsOf(parts);
  const filing = { store, origin: ORIGIN, now, retention };
  const institution = config.institution.legalName;
  const deps = { ...filing, ...caseNoticeOf(parts), institution };
  return [...complaintEndpoints(deps), ...rightsEndpoints(deps), ...filingEndpoints(filing)];
}

function caseNoticeOf({ proposals, house }: DoorParts): CaseNoticeDeps {
  const { allowedHosts, aiLabel, learned, houseWords } = proposals;
  const words = { allowedHosts, aiLabel, houseWords, composeCase: caseWords(house.wordings) };
  return { ...words, ...(learned && { learned }) };
}

const CALLBACK = '/api/v1/session/oidc/callback';

function sessionsOf({ config, passwords, log }: DoorParts, callers: CallerDeps) {
  const { oidc, publicUrl } = config;
  const institution = config.institution.name;
  const deps = { ...callers, origin: ORIGIN, passwords, oidc: oidc !== null, institution };
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
