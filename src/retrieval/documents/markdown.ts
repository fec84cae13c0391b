import type { Section } from './document.js';

/** Longest passage that is cited whole, in characters; longer text is cut between paragraphs. */
const LONGEST = 1200;
const HEADING = /^(#{1,6})\s+(.+?)\s*#*\s*$/;
const ASK = /^>\s*问\s*[：:]\s*(.+?)\s*$/;
const EVIDENCE = /^evidence:\s*(T2?|Q|W|M)\s*$/;

interface Open {
  article: string | null;
  context: string | null;
  evidence: string | null;
  lines: string[];
  asks: string[];
}

/**
 * Cuts a Markdown body at its headings; the heading names the article. `> 问：` lines become
 * remembered questions and an `evidence:` line right under a heading is that section's tag.
 */
export function sectionsOf(body: string): Section[] {
  const headings: string[] = [];
  const found: Open[] = [open(null, null)];
  for (const line of body.replace(/<!--[\s\S]*?-->/g, '').split(/\r?\n/)) {
    const heading = HEADING.exec(line);
    if (heading) found.push(openAt(headings, heading[1]?.length ?? 1, heading[2] ?? ''));
    else add(found.at(-1) as Open, line);
  }
  return found.flatMap(close);
}

const open = (article: string | null, context: string | null): Open => ({
  article,
  context,
  evidence: null,
  lines: [],
  asks: [],
});

/** A level 1 heading repeats the title, so it names no article. */
function openAt(headings: string[], level: number, name: string): Open {
  headings.length = Math.min(headings.length, level - 1);
  headings[level - 1] = name;
  const above = headings.slice(1, -1).filter(Boolean);
  return open(level === 1 ? null : name, above.join(' › ') || null);
}

function add(section: Open, line: string): void {
  const ask = ASK.exec(line)?.[1];
  const evidence = EVIDENCE.exec(line)?.[1];
  if (ask) section.asks.push(ask);
  else if (evidence && section.lines.every((above) => above.trim() === ''))
    section.evidence = evidence;
  else section.lines.push(line.trimEnd());
}

function close(section: Open): Section[] {
  const { article, context, evidence, asks } = section;
  const texts = cut(
    section.lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
  );
  return texts.map((text, index) => ({
    article,
    context,
    text,
    evidence,
    asks: index === 0 ? asks : [],
  }));
}

/** Whole when short enough; else paragraphs gathered up to the longest passage. */
export function cut(text: string, longest = LONGEST): string[] {
  if (text.length <= longest) return text ? [text] : [];
  const pieces: string[] = [];
  for (const paragraph of text.split(/\n\s*\n/)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + paragraph.length < longest) {
      pieces[pieces.length - 1] = `${last}\n\n${paragraph.trim()}`;
    } else if (paragraph.trim()) pieces.push(paragraph.trim());
  }
  return pieces;
}
