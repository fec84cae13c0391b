import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ConfigError, isLoopback, localUrl, readConfig, secretsFolder } from '../src/config.js';

const LONG = 'k7Wq-a-secret-made-for-this-test-only-93';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('the configuration', () => {
  it('needs nothing: every variable has an embedded default', () => {
    expect(readConfig({})).toMatchObject({
      production: false,
      host: '127.0.0.1',
      port: 3978,
      publicUrl: null,
      dataDir: './data',
      databaseUrl: null,
      model: null,
      turnTimeoutMs: 45_000,
      demo: null,
      logLevel: 'warn',
      institution: { name: '青屿财富', assistant: { name: '小屿' } },
      limits: { messagesPerMinute: 20, messagesPerDay: 200, tokensPerHour: 60 },
    });
  });

  it('takes an empty value for an unset one', () => {
    expect(readConfig({ PORT: '', OPENAI_BASE_URL: '', DEMO: '' })).toEqual(readConfig({}));
  });

  it('names everything that is wrong at once', () => {
    const wrong = problemsOf({ PORT: '99999', TURN_TIMEOUT_S: '0', DATABASE_URL: 'mysql://x/y' });
    expect(wrong.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'DATABASE_URL',
      'TURN_TIMEOUT_S',
    ]);
  });

  it.each([
    ['short', 'only-twelve!'],
    ['a sample', `test-${'x'.repeat(40)}`],
    ['a placeholder', 'your-secret-goes-here-and-is-long-enough'],
    ['all zeroes', '0'.repeat(40)],
    ['a sample five times', 'changeme'.repeat(5)],
    ['samples side by side', 'Secret-Password-example-changeme-123456'],
    ['one character', 'é'.repeat(40)],
    ['a few characters over and over', 'qwerty12'.repeat(6)],
  ])('refuses a secret that is %s', (_, value) => {
    expect(problemsOf({ DIRECTLINE_SECRET: value, SESSION_SECRET: value })).toEqual([
      expect.stringContaining('DIRECTLINE_SECRET'),
      expect.stringContaining('SESSION_SECRET'),
    ]);
    expect(problemsOf({ DIRECTLINE_SECRET: LONG })).toEqual([]);
  });

  it('logs at a level it knows', () => {
    expect(readConfig({ LOG_LEVEL: 'debug' }).logLevel).toBe('debug');
    expect(problemsOf({ LOG_LEVEL: 'loud' })).toEqual([expect.stringMatching(/^LOG_LEVEL: /)]);
  });

  it('never repeats a refused secret', () => {
    expect(problemsOf({ SESSION_SECRET: 'hunter2' }).join()).not.toContain('hunter2');
  });

  it('uses an OpenAI-compatible server only when told where or with which key', () => {
    expect(readConfig({ OPENAI_API_KEY: 'k' }).model).toMatchObject({ apiKey: 'k', baseUrl: null });
    const local = { OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1', OPENAI_MODEL: 'qwen' };
    expect(readConfig(local).model).toMatchObject({ apiKey: 'none', model: 'qwen' });
    expect(problemsOf({ OPENAI_BASE_URL: 'http://127.0.0.1:8000/v1' })).toHaveLength(1);
    expect(problemsOf({ OPENAI_MODEL: 'qwen' })).toHaveLength(1);
  });

  it('lets no prompt leave the machine unencrypted in production', () => {
    const env = { NODE_ENV: 'production', OPENAI_MODEL: 'm' };
    expect(problemsOf({ ...env, OPENAI_BASE_URL: 'http://llm.example/v1' })).toHaveLength(1);
    expect(problemsOf({ ...env, OPENAI_BASE_URL: 'http://localhost:8000/v1' })).toEqual([]);
    expect(problemsOf({ ...env, OPENAI_BASE_URL: 'https://llm.example/v1' })).toEqual([]);
  });

  it('wants the whole of an identity provider, over https, and an address to come back to', () => {
    const oidc = {
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'c',
      PUBLIC_URL: 'https://a.b',
    };
    expect(readConfig(oidc).oidc).toEqual({
      issuer: 'https://id.example',
      clientId: 'c',
      clientSecret: null,
      claim: 'preferred_username',
      acr: [],
    });
    expect(readConfig({ ...oidc, OIDC_ACR: 'mfa, phr' }).oidc?.acr).toEqual(['mfa', 'phr']);
    expect(readConfig({}).oidc).toBeNull();
    expect(problemsOf({ OIDC_ISSUER: 'http://id.example' })).toEqual([
      expect.stringMatching(/^OIDC_CLIENT_ID/),
      expect.stringMatching(/^PUBLIC_URL/),
      expect.stringMatching(/^OIDC_ISSUER/),
    ]);
    expect(problemsOf({ ...oidc, OIDC_ISSUER: 'http://localhost:9000' })).toEqual([]);
  });

  it('opens no demonstration account to a guess in production', () => {
    const production = { NODE_ENV: 'production', DEMO: '1' };
    expect(problemsOf({ ...production, DEMO_PASSWORD: 'demo' })).toEqual([
      expect.stringMatching(/^DEMO_PASSWORD/),
    ]);
    expect(problemsOf({ ...production, DEMO_PASSWORD: 'quiet-river-under-9-pines' })).toEqual([]);
    expect(readConfig({ DEMO_PASSWORD: 'demo' }).demoPassword).toBe('demo');
  });

  it('wants the whole of a Bot Framework registration', () => {
    expect(problemsOf({ MicrosoftAppId: 'a' })).toEqual([
      expect.stringContaining('MicrosoftAppPassword'),
    ]);
    const single = { MicrosoftAppId: 'a', MicrosoftAppPassword: 'p' };
    expect(problemsOf({ ...single, MicrosoftAppType: 'SingleTenant' })).toEqual([
      expect.stringContaining('MicrosoftAppTenantId'),
    ]);
    expect(readConfig({ ...single, BOT_SERVICE_HOSTS: ' a.example, b.example ,' })).toMatchObject({
      botFramework: { appId: 'a', serviceHosts: ['a.example', 'b.example'] },
    });
  });

  it('reads the institution it is told to, and says what is wrong with the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'shuzhi-config-'));
    const file = join(folder, 'institution.yaml');
    writeFileSync(file, 'name: 某行\n');
    expect(problemsOf({ INSTITUTION_FILE: file })).toEqual([
      expect.stringMatching(/^INSTITUTION_FILE: .*legalName/),
    ]);
    rmSync(folder, { recursive: true });
    expect(problemsOf({ INSTITUTION_FILE: file })).toEqual([
      expect.stringContaining('does not exist'),
    ]);
  });

  it('keeps secrets inside the data folder', () => {
    expect(secretsFolder(readConfig({ DATA_DIR: 'here' }))).toBe(join('here', 'secrets'));
  });

  it.each([
    ['127.0.0.1', 'http://127.0.0.1:80'],
    ['0.0.0.0', 'http://127.0.0.1:80'],
    ['::', 'http://[::1]:80'],
    ['::1', 'http://[::1]:80'],
    ['10.0.0.5', 'http://10.0.0.5:80'],
  ])('reaches a service that listens on %s at %s', (host, url) => {
    expect(localUrl(host, 80)).toBe(url);
  });

  it('knows this machine by its names', () => {
    expect(['127.0.0.1', 'localhost', '::1'].every(isLoopback)).toBe(true);
    expect(['0.0.0.0', '10.0.0.1', 'localhost.example'].some(isLoopback)).toBe(false);
  });
});
