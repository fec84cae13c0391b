import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseLines } from '../compliance/learned/lines.js';
import type { LearnedModel } from '../compliance/learned/model.js';
import { trainModel } from '../compliance/learned/model.js';

const LINES = new URL('../../knowledge/guard', import.meta.url).pathname;

/** Reads the labelled lines of `knowledge/guard` and trains the guard's model; under a second. */
export function loadGuardModel(directory: string = LINES): LearnedModel {
  return trainModel(
    readdirSync(directory)
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .flatMap((file) =>
        parseLines(file.slice(0, -'.txt'.length), readFileSync(join(directory, file), 'utf8')),
      ),
  );
}
