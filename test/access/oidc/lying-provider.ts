import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { JWTPayload } from 'jose';
import { SignJWT, exportJWK, generateKeyPair } from 'jose';

/** What the token endpoint does with the ID token that an honest provider would have sent. */
export type Lie = (honest: JWTPayload) => {
  readonly claims: JWTPayload;
  /** `published`: the key everybody may look up; `other`: one nobody knows; `none`: unsigned. */
  readonly signed?: 'published' | 'other' | 'none';
};

export interface LyingProvider {
  readonly issuer: string;
  lie: Lie;
  stop(): Promise<void>;
}

/** An OpenID provider that answers the code flow as told: for what must be refused. */
export async function runLyingProvider(clientId: string, port = 0): Promise<LyingProvider> {
  const [published, other] = [await generateKeyPair('RS256'), await generateKeyPair('RS256')];
  const jwk = { ...(await exportJWK(published.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, { nonce: string; challenge: string }>();
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const made: LyingProvider = {
    issuer,
    lie: (claims) => ({ claims }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  const tokenFor = async (nonce: string): Promise<string> => {
    const now = Math.floor(Date.now() / 1_000);
    const { claims, signed = 'published' } = made.lie({
      iss: issuer,
      aud: clientId,
      sub: 'u-1',
      nonce,
      iat: now,
      exp: now + 300,
      preferred_username: 'zhou',
    });
    if (signed === 'none') {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${part({ alg: 'none' })}.${part(claims)}.`;
    }
    const { privateKey } = signed === 'other' ? other : published;
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(privateKey);
  };

  server.on('request', (req, res) => {
    const url = new URL(req.url ?? '/', issuer);
    const json = (status: number, value: object) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    if (url.pathname === '/.well-known/openid-configuration') {
      json(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      });
    } else if (url.pathname === '/jwks') {
      json(200, { keys: [jwk] });
    } else if (url.pathname === '/authorize') {
      const asked = (name: string) => url.searchParams.get(name) ?? '';
      const code = createHash('sha256').update(asked('nonce')).digest('hex');
      codes.set(code, { nonce: asked('nonce'), challenge: asked('code_challenge') });
      const back = new URL(asked('redirect_uri'));
      back.search = new URLSearchParams({ code, state: asked('state') }).toString();
      res.writeHead(302, { location: back.href }).end();
    } else void give();

    async function give(): Promise<void> {
      let body = '';
      for await (const chunk of req) body += String(chunk);
      const form = new URLSearchParams(body);
      const known = codes.get(form.get('code') ?? '');
      const verifier = form.get('code_verifier') ?? '';
      const challenge = createHash('sha256').update(verifier).digest('base64url');
      if (!known || known.challenge !== challenge)
        return void json(400, { error: 'invalid_grant' });
      const id_token = await tokenFor(known.nonce);
      json(200, { access_token: 'a', token_type: 'bearer', expires_in: 60, id_token });
    }
  });
  return made;
}
