import type { ReactElement } from 'react';

export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

/** The words themselves with every hit marked on its exact span; what overlaps is one mark. */
export function Marked({
  text,
  marks,
}: {
  readonly text: string;
  readonly marks: readonly Mark[];
}): ReactElement {
  const said = unboldened(text);
  const parts: ReactElement[] = [];
  let at = 0;
  for (const { start, end, title } of merged(marks, text.length)) {
    if (start > at) parts.push(<span key={at}>{plain(said.slice(at, start))}</span>);
    parts.push(
      <mark key={`m${start}`} title={title}>
        {plain(said.slice(start, end))}
      </mark>,
    );
    at = end;
  }
  return (
    <>
      {parts}
      {plain(said.slice(at))}
    </>
  );
}

const NOT_SHOWN = '\u2060';

/** Signs of bold type are none of the words; places stay what they are, and 138****8000 what it is. */
export const unboldened = (text: string): string =>
  text.replace(/(?<!\*)\*\*(?!\*)/g, NOT_SHOWN.repeat(2));

/** A piece of words that were `unboldened` as a whole: a pair of signs may be cut in two. */
export const plain = (piece: string): string => piece.replaceAll(NOT_SHOWN, '');

function merged(marks: readonly Mark[], length: number): readonly Mark[] {
  const inside = marks
    .map((mark) => ({ ...mark, end: Math.min(mark.end, length) }))
    .filter(({ start, end }) => start < end)
    .sort((a, b) => a.start - b.start);
  return inside.reduce<Mark[]>((done, mark) => {
    const last = done.at(-1);
    if (!last || mark.start >= last.end) return [...done, mark];
    const title = last.title.includes(mark.title) ? last.title : `${last.title} · ${mark.title}`;
    return [...done.slice(0, -1), { ...last, end: Math.max(last.end, mark.end), title }];
  }, []);
}
