import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suffixArray } from '../../../src/core/index/build/suffixArray.ts';
import { packTop, TOP_STRIDE, TOP_WIDTH, TopTable } from '../../../src/core/index/format/topTable.ts';
import { unitsOf } from '../../../src/core/text/units.ts';
import { generator } from '../support/random.ts';

const END = '\u0001';
const characters = '要抓实，';

/** A text of so few characters that many rows begin alike, and its rows: what each suffix that has one begins with. */
function tableOf(length: number): { readonly table: TopTable; readonly rows: readonly string[] } {
  const random = generator(length);
  const text = Array.from({ length }, () => characters[Math.floor(random() ** 2 * 4)]).join('') + END;
  const units = unitsOf(text);
  const sa = suffixArray(units);
  const table = new TopTable(packTop(units, sa), units.length);
  const rows = Array.from(sa)
    .filter((_, rank) => rank % TOP_STRIDE === 0)
    .map(start => text.slice(start, start + TOP_WIDTH));
  return { table, rows };
}

describe('TopTable', () => {
  // One row, one block, an odd number of rows, many blocks.
  const tables = [20, 900, 5000, 60_000].map(tableOf);
  const pattern = fc.string({ unit: fc.constantFrom(...characters, '\uffe5', '一'), minLength: 1, maxLength: 11 });

  it('has the rows that start with a pattern, and leaves open one at most where less is known', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tables), pattern, ({ table, rows }, text) => {
        const { first, end } = table.rowsOf(unitsOf(text));
        const beginning = text.slice(0, TOP_WIDTH);
        assert.ok(rows.slice(0, first).every(row => row < beginning));
        assert.ok(rows.slice(end).every(row => row > beginning && !row.startsWith(beginning)));
        const isOpen = first < end && table.unitsKnown(first) < beginning.length;
        if (isOpen) assert.equal(end - first, 1);
        else assert.ok(rows.slice(first, end).every(row => row.startsWith(beginning)));
      }),
      { numRuns: 2000 },
    );
  });

  it('knows of each row what tells it from its neighbours', () => {
    for (const { table, rows } of tables) {
      for (const [row, units] of rows.entries()) {
        const known = Array.from({ length: table.unitsKnown(row) }, (_, depth) => table.unitAt(row, depth));
        const beginning = String.fromCharCode(...known);
        assert.ok(units.startsWith(beginning));
        if (beginning === units) continue;
        assert.ok(![rows[row - 1], rows[row + 1]].some(other => other?.startsWith(beginning)));
      }
    }
  });
});
