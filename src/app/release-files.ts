import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where what ships lies: `prompts` and `knowledge` below it. */
export const SHIPPED_ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = fileURLToPath(new URL('..', import.meta.url));
/** Rooms that have a part in what is said. */
const SPEAKING = [
  'agent',
  'conversation',
  'profiles',
  'retrieval',
  'wording',
  'compliance',
  'advice',
  'language',
  'terms',
];

export const RELEASE = `release ${
  (
    JSON.parse(readFileSync(join(SHIPPED_ROOT, 'package.json'), 'utf8')) as {
      readonly version: string;
    }
  ).version
}`;

let files: ReadonlyMap<string, string> | undefined;

/** Every text of `prompts` and `knowledge` that ships, by path; read once in a process. */
export function releaseFiles(): ReadonlyMap<string, string> {
  files ??= new Map(
    ['knowledge', 'prompts'].flatMap((folder) =>
      textsBelow(join(SHIPPED_ROOT, folder)).map(
        ([name, text]) => [`${folder}/${name}`, text] as const,
      ),
    ),
  );
  return files;
}

const textsBelow = (folder: string): readonly (readonly [string, string])[] =>
  filesBelow(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]);

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();

let program: string | undefined;

/** Names the program that speaks: an answer of another is made again by this one only in good faith. */
export function programVersion(): string {
  if (program !== undefined) return program;
  const hash = createHash('sha256');
  for (const room of SPEAKING) {
    for (const [name, text] of textsBelow(join(PROGRAM, room))) {
      if (name.endsWith('.js')) hash.update(`${room}/${name}\n${text}`);
    }
  }
  program = hash.digest('hex').slice(0, 16);
  return program;
}
