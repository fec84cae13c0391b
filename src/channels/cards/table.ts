import type { Json, JsonObject } from '../../terms/json.js';

/** Figures stand under each other by their last digit. */
export const RIGHT = { horizontalAlignment: 'Right' } as const;

/** A table without lines; the first row is the head. One element a cell; words take the room figures leave. */
export const table = (
  rows: readonly (readonly (Json | readonly Json[])[])[],
  widths: readonly number[] = (rows[0] ?? []).map((_, at) => (at === 0 ? 5 : 4)),
): JsonObject => ({
  type: 'Table',
  spacing: 'Medium',
  showGridLines: false,
  firstRowAsHeader: true,
  verticalCellContentAlignment: 'Center',
  columns: widths.map((width) => ({ width })),
  rows: rows.map((cells, at) => ({
    type: 'TableRow',
    ...(at === 0 ? { style: 'emphasis' } : {}),
    cells: cells.map((cell) => ({
      type: 'TableCell',
      verticalContentAlignment: 'Center',
      items: Array.isArray(cell) ? cell : [cell as Json],
    })),
  })),
});
