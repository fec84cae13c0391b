import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fencedIn } from '../terms/fenced.js';
import type { WordingRef } from '../terms/statement.js';
import { yamlIn } from '../terms/yaml.js';

const FrontMatter = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_.-]*$/),
  purpose: z.string().min(1),
  variables: z.array(z.string()).default([]),
  owner: z.string().min(1),
});

/** A prompt or reply template: words outside the code, named by id and content hash. */
export interface Wording extends WordingRef {
  /** Fills `{{name}}`; throws when a value is missing or not declared. */
  render(values?: Readonly<Record<string, string>>, variant?: number): string;
  readonly variants: number;
  /** Names of the values it may ask for. */
  readonly variables: readonly string[];
}

export interface Wordings {
  /** Throws for an id that no file declares. */
  get(id: string): Wording;
  has(id: string): boolean;
  /** First 16 hex digits of SHA-256 over all files: names the whole set. */
  readonly version: string;
}

/** A line of its own between equally good wordings of one reply. */
const VARIANT_SEPARATOR = /^\*\*\*$/m;

/** Loads and checks every Markdown file below a folder; the first bad one stops the start. */
export function loadWordings(directory: string): Wordings {
  const files = readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort();
  const byId = new Map<string, Wording>();
  const all = createHash('sha256');
  for (const file of files) {
    const text = readFileSync(join(directory, file), 'utf8');
    all.update(text);
    const wording = readWording(text, file);
    if (byId.has(wording.id)) throw new Error(`${file}: id "${wording.id}" is declared twice`);
    byId.set(wording.id, wording);
  }
  return {
    version: all.digest('hex').slice(0, 16),
    has: (id) => byId.has(id),
    get(id) {
      const wording = byId.get(id);
      if (!wording) throw new Error(`no prompt or reply is called "${id}"`);
      return wording;
    },
  };
}

/** 平实用语: the plainer wording of a reply, `<id>.plain`, wherever one is written. */
export const plainFirst = (wordings: Wordings): Wordings => ({
  ...wordings,
  get: (id) => wordings.get(wordings.has(`${id}.plain`) ? `${id}.plain` : id),
});

/** One file as a wording; throws an Error that names the file and what is wrong with it. */
export function readWording(text: string, file: string): Wording {
  const fenced = fencedIn(text);
  if (!fenced) throw new Error(`${file}: front matter is missing`);
  const { id, variables } = headerIn(fenced.header, file);
  const variants = fenced.body.split(VARIANT_SEPARATOR).map((variant) => variant.trim());
  for (const variant of variants) checkVariables(variant, variables, file);
  return {
    id,
    hash: createHash('sha256').update(text).digest('hex').slice(0, 16),
    variants: variants.length,
    variables,
    render: (values = {}, variant = 0) =>
      fill(variants[variant % variants.length] ?? '', values, id),
  };
}

function headerIn(yaml: string, file: string): z.output<typeof FrontMatter> {
  const parsed = FrontMatter.safeParse(yamlIn(yaml, file));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function checkVariables(variant: string, declared: readonly string[], file: string): void {
  if (variant === '') throw new Error(`${file}: a wording is empty`);
  for (const [, name] of variant.matchAll(/\{\{(\w+)\}\}/g)) {
    if (!declared.includes(name ?? '')) throw new Error(`${file}: {{${name}}} is not declared`);
  }
}

function fill(template: string, values: Readonly<Record<string, string>>, id: string): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${id}: no value for {{${name}}}`);
    return value;
  });
}
