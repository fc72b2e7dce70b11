import assert from 'node:assert/strict';
import { type ByteSource, CorruptIndexError, memorySource } from '../../../src/core/index/byteSource.ts';
import { LineCache } from '../../../src/core/index/lineCache.ts';
import { generator } from '../support/random.ts';

const FILE = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const PART = { position: 100, length: 777 };
const STEP_BITS = 4;

describe('LineCache', () => {
  it('has a step of bytes from any place of its part on, as the file has them', () => {
    const random = generator(5);
    const lines = new LineCache(memorySource(FILE), PART, STEP_BITS, 3);
    for (let round = 0; round < 2000; round++) {
      const at = Math.floor(random() * PART.length);
      const count = Math.min(1 << STEP_BITS, PART.length - at);
      const found = lines.find(at);
      assert.deepEqual(
        lines.bytes.slice(found, found + count),
        FILE.slice(PART.position + at, PART.position + at + count),
      );
    }
  });

  it('reads what is near once, and nothing that could not be read', () => {
    let reads = 0;
    let isDamaged = true;
    const whole = memorySource(FILE);
    const source: ByteSource = {
      ...whole,
      read(position, target, length, at) {
        reads++;
        if (isDamaged) throw new CorruptIndexError('damaged');
        whole.read(position, target, length, at);
      },
    };
    const lines = new LineCache(source, PART, STEP_BITS, 3);
    assert.throws(() => lines.find(5), CorruptIndexError);
    isDamaged = false;
    for (let at = 0; at < 1 << STEP_BITS; at++) lines.find(at);
    assert.equal(lines.bytes[lines.find(7)], FILE[PART.position + 7]);
    assert.equal(reads, 2);
  });
});
