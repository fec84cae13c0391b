import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Who the provider says is at the keyboard; changed by tests. */
export interface Person {
  sub: string;
  claims: Record<string, unknown>;
}

export interface RunningProvider {
  readonly issuer: string;
  readonly person: Person;
  stop(): Promise<void>;
}

export const CLIENT = { id: 'shuzhi', secret: 'a-client-secret-of-forty-characters-xxxx' };

/** A certified OpenID provider on this machine; whoever comes is signed in as `person` at once. */
export async function runProvider(redirectUri: string): Promise<RunningProvider> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const person: Person = { sub: 'u-1', claims: {} };
  await serve(server, issuer, redirectUri, person);
  return {
    issuer,
    person,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function serve(
  server: Server,
  issuer: string,
  redirectUri: string,
  person: Person,
): Promise<void> {
  // Once the test has muted it: it has something to say of every runtime but the newest.
  const { default: Provider } = await import('oidc-provider');
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { profile: ['preferred_username'], email: ['email', 'email_verified'] },
    cookies: { keys: ['only-for-these-tests'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...person.claims }),
    }),
    interactions: { url: () => '/interaction' },
    async loadExistingGrant(ctx) {
      const { client, session } = ctx.oidc;
      const grant = new provider.Grant({
        clientId: client?.clientId ?? '',
        accountId: session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', (req, res) => {
    if (!req.url?.startsWith('/interaction')) return void answer(req, res);
    const result = { login: { accountId: person.sub } };
    void provider.interactionFinished(req, res, result, { mergeWithLastSubmission: false });
  });
}
