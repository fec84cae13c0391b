import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const SHUZHI = fileURLToPath(new URL('../../dist/cli/shuzhi.js', import.meta.url));

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as an operator would, with nothing of this environment but its PATH. */
export const shuzhi = (
  args: readonly string[],
  env: Record<string, string> = {},
  stdin = '',
): Promise<Ran> =>
  new Promise((resolve) => {
    const options = { env: { PATH: process.env['PATH'] ?? '', ...env }, timeout: 25_000 };
    const child = execFile(
      process.execPath,
      [SHUZHI, ...args],
      options,
      (error, stdout, stderr) => {
        const code = typeof error?.code === 'number' ? error.code : error ? -1 : 0;
        resolve({ code, stdout, stderr });
      },
    );
    // Who does not read it is not to be stopped by it.
    child.stdin?.on('error', () => undefined).end(stdin);
  });

/** Runs one of the commands that read JSON on stdin; its answers, a line each. */
export async function answersOf(
  command: string,
  args: readonly string[],
  input: string,
): Promise<{ readonly code: number; readonly answers: readonly unknown[] }> {
  const { code, stdout } = await shuzhi([command, ...args], {}, input);
  const lines = stdout.split('\n').filter((line) => line !== '');
  return { code, answers: lines.map((line) => JSON.parse(line) as unknown) };
}
