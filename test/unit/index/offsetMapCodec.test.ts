import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeOffsetMap, encodeOffsetMap } from '../../../src/core/index/format/offsetMapCodec.ts';

describe('offsetMapCodec', () => {
  it('gives back every map, runs that go backwards in the raw text included', () => {
    const run = fc.tuple(fc.nat(1e6), fc.nat(2e9), fc.nat(1e6));
    fc.assert(
      fc.property(fc.array(run), runs => {
        let clean = 0;
        const map = {
          cleanStarts: runs.map(([step]) => (clean += step)),
          rawStarts: runs.map(([, start]) => start),
          rawEnds: runs.map(([, start, length]) => start + length),
        };
        assert.deepEqual(decodeOffsetMap(encodeOffsetMap(map)), map);
      }),
    );
  });
});
