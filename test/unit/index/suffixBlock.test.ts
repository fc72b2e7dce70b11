import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildSegment } from '../../../src/core/index/build/buildSegment.ts';
import { type ByteSource, memorySource } from '../../../src/core/index/format/byteSource.ts';
import { encodeDocument } from '../../../src/core/index/format/storedDocument.ts';
import { Segment } from '../../../src/core/index/reading/segment.ts';
import { unitsOf } from '../../../src/core/text/units.ts';
import { concatenated, plainDocument, testKnowledge } from '../support/inMemoryCorpus.ts';
import { generator } from '../support/random.ts';

/** Bytes that come near together. */
const PIECE = 512;

/** A text of few different characters, so that every phrase stands in many places. */
function repetitiveText(length: number): string {
  const random = generator(length);
  return Array.from({ length }, () => '要抓实，'[Math.floor(random() * 4)]).join('');
}

/** `bytes` as a source that tells which of them were read before, or, with `isBlind`, that none was; `far` counts reads of others. */
function watched(bytes: Uint8Array, isBlind: boolean): { readonly source: ByteSource; readonly far: () => number } {
  const whole = memorySource(bytes);
  const pieces = new Set<number>();
  let far = 0;
  const source: ByteSource = {
    ...whole,
    read(position, target, length, at) {
      const piece = Math.floor(position / PIECE);
      if (!pieces.has(piece)) far++;
      pieces.add(piece);
      whole.read(position, target, length, at);
    },
    isNear: position => !isBlind && pieces.has(Math.floor(position / PIECE)),
  };
  return { source, far: () => far };
}

describe('SuffixBlock', () => {
  const text = repetitiveText(100_000);
  const bytes = concatenated(buildSegment([encodeDocument(plainDocument('0', text))], testKnowledge));
  const phrase = fc.string({ unit: fc.constantFrom('要', '抓', '实', '，'), minLength: 3, maxLength: 12 });

  it('finds the same, whichever places are near', () => {
    fc.assert(
      fc.property(phrase, fc.nat(), (query, salt) => {
        const near = memorySource(bytes);
        const some = { ...near, isNear: (position: number) => ((position >>> 5) * 2654435761 + salt) % 5 < 2 };
        const pattern = unitsOf(query);
        const { from, to } = new Segment(some).search.interval(pattern);
        assert.deepEqual({ from, to }, new Segment(near).search.interval(pattern));
        let count = 0;
        for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + 1)) count++;
        assert.equal(to - from, count);
      }),
    );
  });

  it('compares what was read before rather than what was not', () => {
    const farReads = (isBlind: boolean): number => {
      const { source, far } = watched(bytes, isBlind);
      const { search } = new Segment(source);
      for (let at = 0; at < 30; at++) search.interval(unitsOf(text.slice(at * 3000, at * 3000 + 6)));
      return far();
    };
    assert.ok(farReads(false) < 0.9 * farReads(true), `${farReads(false)} of ${farReads(true)}`);
  });
});
