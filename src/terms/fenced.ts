/** A Markdown file in two: YAML between two lines of dashes, and what it is the header of. */
export interface Fenced {
  readonly header: string;
  readonly body: string;
}

const FENCED = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Null: the file does not begin with a header. */
export function fencedIn(text: string): Fenced | null {
  const fenced = FENCED.exec(text);
  return fenced && { header: fenced[1] ?? '', body: text.slice(fenced[0].length) };
}
