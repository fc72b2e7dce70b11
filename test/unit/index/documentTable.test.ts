import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DocumentTable } from '../../../src/core/index/format/documentTable.ts';

describe('DocumentTable', () => {
  it('names the document of every position, be documents tiny or longer than a block', () => {
    const length = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 4090, max: 9000 }));
    fc.assert(
      fc.property(fc.array(length, { minLength: 1, maxLength: 12 }), lengths => {
        let end = 0;
        const ends = lengths.map(each => (end += each));
        const starts = Uint32Array.from(ends, (each, i) => each - lengths[i]!);
        const table = new DocumentTable(starts, end);
        for (let position = 0; position < end; position++) {
          const document = table.at(position);
          assert.ok(starts[document]! <= position && position < ends[document]!, `${position} in ${document}`);
        }
      }),
      { numRuns: 50 },
    );
  });
});
