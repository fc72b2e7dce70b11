import { TextBlocks } from './textBlocks.ts';

/** Ends a cell of a table, as in Word's own text. */
export const CELL_END = '\u0007';
/** Ends a row, after the end of its last cell. */
export const ROW_END = '\u0006';
/** Ends a line within a paragraph or cell. */
export const LINE_END = '\v';

/** «讲话\n» and «单位^7名称\v全称^7^6» (in one string) → «讲话\n单位〔tab〕名称　全称»: as in the other formats. */
export function layTables(text: string): string {
  const blocks = new TextBlocks();
  for (const row of text.split('\n')) {
    const rows = row.split(ROW_END);
    const rest = rows.pop()!;
    for (const cells of rows) addRow(blocks, cells);
    // A table whose row ends are lost still has its cells.
    if (rest.includes(CELL_END)) addRow(blocks, rest);
    else blocks.add(rest.replaceAll(LINE_END, '\n'));
  }
  return blocks.text();
}

function addRow(blocks: TextBlocks, row: string): void {
  blocks.startRow();
  for (const cell of row.split(CELL_END)) {
    blocks.startCell();
    blocks.add(cell.replaceAll(LINE_END, '\n'));
    blocks.endCell();
  }
  blocks.endRow();
}
