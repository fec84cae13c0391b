/**
 * 修改量: characters put in, left out or changed from one text to another (Levenshtein 1966), in code
 * points. Two rows of the table are kept; texts are a reply long.
 */
export function editDistance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let row = b.map((_, at) => at + 1);
  a.forEach((character, i) => {
    let diagonal = i;
    let left = i + 1;
    row = row.map((above, j) => {
      const changed = diagonal + (character === b[j] ? 0 : 1);
      diagonal = above;
      left = Math.min(above + 1, left + 1, changed);
      return left;
    });
  });
  return row.at(-1) ?? a.length;
}
