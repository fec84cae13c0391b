import { createHash } from 'node:crypto';
import {
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';

/** Where `npm run build` leaves the models of what ships, so that a first start need not train. */
export const BUILT_MODELS = fileURLToPath(new URL('../models', import.meta.url));

/** What a model is made of: any change in it makes another file, and trains anew. */
export interface Recipe {
  readonly name: string;
  /** The programs that learn, by `.js` file or by folder, whose files count. */
  readonly programs: readonly string[];
  /** What is learned from, as lines. */
  readonly lines: Iterable<string>;
}

/** The file a model is kept in is named by all it is made of. */
export function modelFile({ name, programs, lines }: Recipe): string {
  const hash = createHash('sha256').update(process.versions.v8);
  for (const file of programs.flatMap(filesOf)) hash.update(readFileSync(file));
  for (const line of lines) hash.update(`${line}\n`);
  return `${name}-${hash.digest('hex').slice(0, 16)}.model`;
}

const isProgram = (file: string): boolean => file.endsWith('.js');

const filesOf = (program: string): readonly string[] =>
  isProgram(program)
    ? [program]
    : readdirSync(program)
        .filter(isProgram)
        .sort()
        .map((file) => join(program, file));

/**
 * A model as plain data: read from `folder` or from the build, else made (seconds) and kept in
 * `folder`. A file that cannot be read is as good as none.
 */
export function keptModel<Model>(file: string, folder: string, make: () => Model): Model {
  const kept = readModel(join(folder, file)) ?? readModel(join(BUILT_MODELS, file));
  if (kept !== null) return kept as Model;
  const model = make();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${file}.${process.pid}`);
  writeFileSync(draft, serialize(model));
  renameSync(draft, join(folder, file));
  dropOlder(file, folder);
  return model;
}

/** Of one name: what serves, and what a replay of a recent answer asks for. Older ones are made again. */
const KEPT_OF_A_NAME = 4;

function dropOlder(file: string, folder: string): void {
  const name = file.slice(0, file.lastIndexOf('-') + 1);
  const ages = readdirSync(folder)
    .filter((one) => one.startsWith(name) && one.endsWith('.model'))
    .map((one) => ({ path: join(folder, one), made: madeAt(join(folder, one)) }))
    .sort((a, b) => b.made - a.made);
  for (const { path } of ages.slice(KEPT_OF_A_NAME)) rmSync(path, { force: true });
}

/** In ms; 0: another process was first to drop it. */
const madeAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function readModel(file: string): unknown {
  try {
    return deserialize(readFileSync(file));
  } catch {
    return null;
  }
}
