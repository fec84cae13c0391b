import type { Configuration, IDToken, UserInfoResponse } from 'openid-client';
import type { OidcIdentity } from '../staff/events.js';

/** How the institution's identity provider is reached, and whom it means. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  /** Null: a public client; PKCE alone ties the code to us. */
  readonly clientSecret: string | null;
  /** The claim whose value is a staff id here. */
  readonly claim: string;
  /** How strongly a person must have signed in there (`acr`); empty: however they did. */
  readonly acr: readonly string[];
  /** Our callback, as the browser sees it. */
  readonly redirectUri: string;
}

/** What must be remembered of a sign-in until the browser comes back. */
export interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Vouched {
  readonly identity: OidcIdentity;
  /** The staff id they claim; null: none, or one the provider does not stand by. */
  readonly staff: string | null;
}

/** 统一身份认证 (OpenID Connect, authorization code with PKCE). */
export interface IdentityProvider {
  begin(): Promise<{ readonly url: string; readonly secrets: Secrets }>;
  /** Throws whatever is wrong with what the browser brought back, or with the provider's answer. */
  finish(query: string, secrets: Secrets): Promise<Vouched>;
}

const SCOPE = 'openid profile email';
const TIMEOUT_S = 5;

export function identityProvider(settings: OidcSettings): IdentityProvider {
  const configured = once(() => discover(settings));
  return {
    async begin() {
      // Loaded where it is needed: most houses begin without one.
      const client = await import('openid-client');
      const config = await configured();
      const secrets = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope: SCOPE,
        state: secrets.state,
        nonce: secrets.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
        code_challenge_method: 'S256',
        ...(settings.acr.length > 0 ? { acr_values: settings.acr.join(' ') } : {}),
      });
      return { url: url.href, secrets };
    },
    async finish(query, { state, nonce, verifier }) {
      const client = await import('openid-client');
      const config = await configured();
      const answer = await client.authorizationCodeGrant(
        config,
        // From the configuration, not from the request: a Host header is anybody's.
        new URL(`${settings.redirectUri}?${query}`),
        {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        },
      );
      const token = answer.claims();
      if (!token) throw new Error('the identity provider sent no ID token');
      refuseWeak(settings, token);
      const identity = { issuer: token.iss, subject: token.sub };
      const own = staffIn(settings, token);
      if (own !== null || !config.serverMetadata().userinfo_endpoint)
        return { identity, staff: own };
      const told = await client.fetchUserInfo(config, answer.access_token, token.sub);
      return { identity, staff: staffIn(settings, told) };
    },
  };
}

async function discover(settings: OidcSettings): Promise<Configuration> {
  const client = await import('openid-client');
  const { issuer, clientId, clientSecret } = settings;
  const config = await client.discovery(
    new URL(issuer),
    clientId,
    {},
    clientSecret === null ? client.None() : client.ClientSecretBasic(clientSecret),
    {
      timeout: TIMEOUT_S,
      execute: [
        // By itself the client trusts an ID token that came over TLS; a proxy may end that TLS.
        client.enableNonRepudiationChecks,
        // Only a provider on this very machine is configured without https (config.ts).
        ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
      ],
    },
  );
  return config;
}

function refuseWeak({ acr }: OidcSettings, token: IDToken): void {
  if (acr.length > 0 && !acr.includes(String(token.acr))) {
    throw new Error(`the identity provider signed this person in as ${String(token.acr)} only`);
  }
}

function staffIn({ claim }: OidcSettings, claims: IDToken | UserInfoResponse): string | null {
  const value: unknown = claims[claim];
  if (typeof value !== 'string') return null;
  // An address somebody merely typed there would be anybody's way in.
  if (claim === 'email' && claims['email_verified'] !== true) return null;
  return value.trim().toLowerCase();
}

/** Asked for once; a failure is not kept, so that the next one asks again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };
}
