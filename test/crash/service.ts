import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { TEST_SECRET, generateToken } from '../running-app.js';

const SCRIPT = fileURLToPath(new URL('./dying-service.mjs', import.meta.url));

export interface Service {
  readonly url: string;
  /** Resolves when the process is gone. */
  readonly gone: Promise<unknown>;
  /** From now on its commits count towards its death. */
  arm(): Promise<void>;
  kill(): void;
}

/** Starts the service on a data folder (or database); `dieAt` 0: it does not kill itself. */
export async function startService(
  env: Readonly<Record<string, string>>,
  dieAt = 0,
  when: 'before' | 'after' = 'before',
): Promise<Service> {
  const child: ChildProcess = spawn(process.execPath, [SCRIPT], {
    env: {
      PATH: process.env['PATH'],
      PORT: '0',
      DIRECTLINE_SECRET: TEST_SECRET,
      DEMO: '1',
      DIE_AT: String(dieAt),
      DIE_WHEN: when,
      ...env,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const lines = createInterface({ input: child.stdout! });
  const nextLine = async () => String((await Promise.race([once(lines, 'line'), gone]))[0]);
  const port = Number(await nextLine());
  if (!port) throw new Error('the service did not start');
  return {
    url: `http://127.0.0.1:${port}`,
    gone,
    async arm() {
      child.stdin!.write('arm\n');
      await nextLine();
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

export interface Conversation {
  readonly id: string;
  readonly token: string;
}

export async function openTalk(url: string): Promise<Conversation> {
  const { token, conversationId: id } = await generateToken(url);
  await fetch(`${url}/v3/directline/conversations`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  return { id, token };
}

/** Posts a message under its own key; true once acknowledged. */
export async function post(
  url: string,
  talk: Conversation,
  key: string,
  text: string,
): Promise<boolean> {
  try {
    const response = await fetch(`${url}/v3/directline/conversations/${talk.id}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text, channelData: { clientActivityID: key } }),
    });
    return response.ok;
  } catch {
    return false;
  }
}
