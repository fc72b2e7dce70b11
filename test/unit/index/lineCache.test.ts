import assert from 'node:assert/strict';
import { type ByteSource, CorruptIndexError, memorySource } from '../../../src/core/index/format/byteSource.ts';
import { LineCache } from '../../../src/core/index/format/lineCache.ts';
import { generator } from '../support/random.ts';

const FILE = Uint8Array.from({ length: 1000 }, (_, i) => i % 251);
const PART = { position: 100, length: 777 };
const STEP_BITS = 4;

describe('LineCache', () => {
  it('has as many bytes as are asked for from any place of its part on, as the file has them', () => {
    const random = generator(5);
    const lines = new LineCache(memorySource(FILE), PART, STEP_BITS, 3);
    for (let round = 0; round < 2000; round++) {
      const at = Math.floor(random() * PART.length);
      const asked = 1 + Math.floor(random() * (1 << STEP_BITS));
      const count = Math.min(asked, PART.length - at);
      const found = lines.find(at, asked);
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
    assert.throws(() => lines.find(5, 1), CorruptIndexError);
    isDamaged = false;
    for (let at = 0; at < 1 << STEP_BITS; at++) lines.find(at, 1);
    assert.equal(lines.bytes[lines.find(7, 1)], FILE[PART.position + 7]);
    assert.equal(reads, 2);
  });

  it('reads nothing anew that lies at the end of the line before', () => {
    let reads = 0;
    const whole = memorySource(FILE);
    const read: ByteSource['read'] = (position, target, length, at) => {
      reads++;
      whole.read(position, target, length, at);
    };
    const lines = new LineCache({ ...whole, read }, PART, STEP_BITS, 3);
    const step = 1 << STEP_BITS;
    lines.find(step - 1, step);
    assert.equal(lines.bytes[lines.find(step + 3, step - 3)], FILE[PART.position + step + 3]);
    assert.equal(reads, 1);
    lines.find(step + 3, step - 2);
    assert.equal(reads, 2);
  });
});
