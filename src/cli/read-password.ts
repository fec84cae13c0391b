import { CommandFailure } from './command.js';

const ENTER = new Set(['\r', '\n', '\u0004']);
const BACKSPACE = new Set(['\u007f', '\b']);
const INTERRUPT = '\u0003';

/**
 * A new password: asked for twice at a terminal, where it is not shown; else the first line of stdin.
 * Never an argument: those are seen by everybody on the machine.
 */
export async function readNewPassword(what: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine();
  // Before the first prompt: what is typed at once must not be shown either.
  process.stdin.setRawMode(true).setEncoding('utf8').resume();
  try {
    const one = await ask(`${what}: `);
    if ((await ask('once more: ')) !== one) throw new CommandFailure('the two are not the same');
    return one;
  } finally {
    process.stdin.setRawMode(false).pause();
  }
}

/** The password of an account that there is. */
export async function readPassword(what: string): Promise<string> {
  if (!process.stdin.isTTY) return firstLine();
  process.stdin.setRawMode(true).setEncoding('utf8').resume();
  try {
    return await ask(`${what}: `);
  } finally {
    process.stdin.setRawMode(false).pause();
  }
}

async function firstLine(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin.setEncoding('utf8')) {
    text += chunk as string;
    if (text.includes('\n')) break;
  }
  const [line = ''] = text.split(/\r?\n/);
  if (line === '') throw new CommandFailure('a password is read from stdin, or use --code');
  return line;
}

/** What is typed up to Enter, without an echo. */
function ask(prompt: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(prompt);
  return new Promise((resolve, reject) => {
    let typed: readonly string[] = [];
    const end = (settle: () => void): void => {
      stdin.off('data', onData);
      stderr.write('\n');
      settle();
    };
    const onData = (chunk: string): void => {
      for (const key of chunk) {
        if (ENTER.has(key)) return end(() => resolve(typed.join('')));
        if (key === INTERRUPT) return end(() => reject(new CommandFailure('nothing was changed')));
        typed = BACKSPACE.has(key) ? typed.slice(0, -1) : [...typed, key];
      }
    };
    stdin.on('data', onData);
  });
}
