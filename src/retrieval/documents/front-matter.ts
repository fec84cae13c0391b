import { parse } from 'yaml';
import { z } from 'zod';
import { fencedIn } from '../../terms/fenced.js';
import { isLocalDate } from '../../terms/time.js';
import { BrokenDocument } from './document.js';

const line = z.string().trim().min(1);
const day = z
  .string()
  .refine(isLocalDate, { message: 'must be a calendar day, YYYY-MM-DD' })
  .nullable();

/** The header every knowledge file carries; unknown keys are refused, they are usually misspelt. */
const header = z
  .strictObject({
    title: line,
    kind: z.enum(['faq', 'product', 'regulation', 'law', 'note']),
    issuer: line,
    authority: z.enum([
      'house',
      'law',
      'administrative_regulation',
      'department_rule',
      'self_regulation',
      'draft',
    ]),
    effective: day,
    expires: day,
    source: line.nullable(),
    verified: z.boolean(),
    evidence: z.enum(['T', 'T2', 'Q', 'W', 'M']).nullable().default(null),
    product: line.nullable().default(null),
    asks: z.array(line).default([]),
    topics: z.array(line).default([]),
  })
  .refine((found) => !(found.effective && found.expires && found.expires < found.effective), {
    path: ['expires'],
    message: 'must not be before effective',
  })
  .refine((found) => found.kind !== 'product' || found.product !== null, {
    path: ['product'],
    message: 'a product card must name its product code',
  });

export type FrontMatter = z.infer<typeof header>;

export interface MarkdownFile {
  /** Null: the file has no front matter. */
  readonly header: FrontMatter | null;
  readonly body: string;
}

/** Throws BrokenDocument naming every wrong key. */
export function splitFrontMatter(text: string): MarkdownFile {
  const fenced = fencedIn(text);
  if (!fenced) {
    if (/^---[ \t]*\r?\n/.test(text)) throw new BrokenDocument('its front matter is not closed');
    return { header: null, body: text };
  }
  return { header: parseHeader(fenced.header), body: fenced.body };
}

function parseHeader(yaml: string): FrontMatter {
  const checked = header.safeParse(parseYaml(yaml));
  if (checked.success) return checked.data;
  throw new BrokenDocument(`front matter: ${checked.error.issues.map(explain).join('; ')}`);
}

function parseYaml(yaml: string): unknown {
  try {
    return parse(yaml);
  } catch (cause) {
    const reason = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new BrokenDocument(`front matter is not YAML: ${reason}`, { cause });
  }
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `unknown key ${issue.keys.join(', ')}`;
  return `${issue.path.join('.') || 'header'}: ${issue.message}`;
}
