import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { questionnaireFaults } from '../advice/profiling/questionnaire-faults.js';
import type { Questionnaire } from '../terms/questionnaire.js';
import { SIDES } from '../terms/questionnaire.js';
import { isLocalDate } from '../terms/time.js';
import { yamlIn } from '../terms/yaml.js';

const FOLDER = fileURLToPath(new URL('../../knowledge/questionnaires', import.meta.url));

const Line = z.string().trim().min(1);
const Id = z.string().regex(/^[a-z][a-z_]*$/);
const Letter = z.string().regex(/^[a-f]$/);
const Tolerance = z.literal([1, 2, 3, 4, 5]);
const Pattern = Line.refine(isPattern, 'is no regular expression');
const Cut = z.number().int().positive();

const Option = z.strictObject({
  id: Letter,
  text: Line.max(40),
  label: Line.max(12),
  score: z.number().int().min(0),
  cap: Tolerance.exactOptional(),
  lowest: z.literal(true).exactOptional(),
  span: z.strictObject({ from: z.number().nullable(), to: z.number().nullable() }).exactOptional(),
  words: Pattern.exactOptional(),
});

const Question = z.strictObject({
  id: Id,
  side: z.enum(SIDES),
  page: z.number().int().positive(),
  topic: Line.max(8),
  text: Line.max(60),
  help: Line.max(120),
  measure: z.enum(['years_old', 'years', 'yuan', 'percent', 'horizon_months']).exactOptional(),
  base: z.number().positive().exactOptional(),
  options: z.array(Option).min(2).max(6),
});

const QuestionnaireFile = z
  .strictObject({
    id: Id,
    version: z.string().regex(/^\d{4}\.\d+$/),
    effective: z.string().refine(isLocalDate, 'is no day'),
    owner: Line,
    pace: z.strictObject({ look: z.number().positive(), read: z.number().positive() }),
    cuts: z.strictObject({
      capacity: z.tuple([Cut, Cut, Cut, Cut]),
      willingness: z.tuple([Cut, Cut, Cut, Cut]),
    }),
    meanings: z.tuple([Line, Line, Line, Line, Line]),
    questions: z.array(Question).min(5).max(30),
    contradictions: z.array(z.record(Id, z.array(Letter).min(1))),
  })
  .superRefine((file, context) => {
    for (const message of questionnaireFaults(file)) context.addIssue({ code: 'custom', message });
  });

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}

/** One file as a questionnaire; throws an Error that names the file and everything wrong with it. */
export function readQuestionnaire(text: string, file: string): Questionnaire {
  const parsed = QuestionnaireFile.safeParse(yamlIn(text, file));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const { owner: _, ...questionnaire } = parsed.data;
  return questionnaire;
}

/** Every version in `knowledge/questionnaires`, the oldest first; throws where there is none. */
export function loadQuestionnaires(folder = FOLDER): readonly Questionnaire[] {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readQuestionnaire(readFileSync(join(folder, name), 'utf8'), name))
    .sort((a, b) => a.effective.localeCompare(b.effective));
  if (all.length === 0) throw new Error(`${folder}: no questionnaire`);
  return all;
}
