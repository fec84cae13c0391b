import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SHUZHI = fileURLToPath(new URL('../../dist/cli/shuzhi.js', import.meta.url));

/** What one of the commands that read JSON on stdin ends with, and its answers, a line each. */
export const jsonCommand =
  (name: string) =>
  (
    args: readonly string[],
    input: string,
  ): Promise<{ readonly code: number | null; readonly answers: readonly unknown[] }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [SHUZHI, name, ...args], {
        env: { PATH: process.env['PATH'] ?? '' },
      });
      let stdout = '';
      child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
      child.on('close', (code) => {
        const lines = stdout.split('\n').filter((line) => line !== '');
        resolve({ code, answers: lines.map((line) => JSON.parse(line) as unknown) });
      });
      child.stdin.end(input);
    });
