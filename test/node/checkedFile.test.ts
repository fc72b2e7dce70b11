import assert from 'node:assert/strict';
import { readdirSync, readFileSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CorruptIndexError } from '../../src/core/index/format/byteSource.ts';
import { CheckedFile } from '../../src/node/checkedFile.ts';
import { writeCheckedFile } from '../../src/node/writeCheckedFile.ts';
import { temporaryDirectory } from './support.ts';

const content = Uint8Array.from({ length: 100_000 }, (_, i) => (i * 2654435761) >>> 24);

function written(): string {
  const path = join(temporaryDirectory(), 'data.bin');
  writeCheckedFile(path, [content.subarray(0, 1), content.subarray(1, 40_000), content.subarray(40_000)]);
  return path;
}

function readAll(path: string): Uint8Array {
  const file = new CheckedFile(path);
  try {
    const bytes = new Uint8Array(file.size);
    file.read(0, bytes);
    return bytes;
  } finally {
    file.close();
  }
}

describe('CheckedFile', () => {
  it('gives back what was written, whole and by position', () => {
    const path = written();
    assert.deepEqual(readAll(path), content);
    const file = new CheckedFile(path);
    const part = new Uint8Array(20_000);
    file.read(16_000, part);
    assert.deepEqual(part, content.subarray(16_000, 36_000));
    file.close();
  });

  it('verifies all of it piece by piece', () => {
    const path = written();
    const file = new CheckedFile(path);
    while (file.verifyNext());
    assert.equal(file.verifyNext(), false);
    file.close();
    const bad = readFileSync(path);
    bad[99_999]! ^= 1;
    writeFileSync(path, bad);
    const damaged = new CheckedFile(path);
    assert.throws(() => {
      while (damaged.verifyNext());
    }, CorruptIndexError);
    damaged.close();
  });

  it('verifies what lies beside a place with it, and tells of damage there who reads it', () => {
    const path = written();
    const bad = readFileSync(path);
    bad[20_000]! ^= 1;
    writeFileSync(path, bad);
    const file = new CheckedFile(path);
    const part = new Uint8Array(100);
    assert.equal(file.isNear(40_000), false);
    file.read(50_000, part);
    assert.equal(file.isNear(40_000), true);
    file.read(40_000, part);
    assert.deepEqual(part, content.subarray(40_000, 40_100));
    file.read(1000, part);
    assert.deepEqual(part, content.subarray(1000, 1100));
    assert.equal(file.isNear(20_000), false);
    assert.throws(() => file.read(20_000, part), CorruptIndexError);
    file.close();
  });

  it('remembers what it has verified of a file that is left alone, and forgets it when it is touched', () => {
    const path = written();
    const long = new Date(Date.now() - 60_000);
    utimesSync(path, long, long);
    assert.deepEqual(readAll(path), content);
    const again = new CheckedFile(path);
    assert.equal(again.verifyNext(), false);
    again.close();
    const bad = readFileSync(path);
    bad[50_000]! ^= 1;
    writeFileSync(path, bad);
    assert.throws(() => readAll(path), CorruptIndexError);
  });

  it('refuses to read past the end', () => {
    const file = new CheckedFile(written());
    assert.throws(() => file.read(content.length - 1, new Uint8Array(2)), CorruptIndexError);
    file.close();
  });

  it('never hands out a flipped bit, wherever it is', () => {
    const path = written();
    const good = readFileSync(path);
    for (let i = 0; i < 300; i++) {
      const at = (i * 7919) % good.length;
      const bad = Uint8Array.from(good);
      bad[at]! ^= 1 << (i % 8);
      writeFileSync(path, bad);
      assert.throws(() => readAll(path), CorruptIndexError, `byte ${at}`);
    }
  });

  it('recognises a file cut short anywhere', () => {
    const path = written();
    const length = readFileSync(path).length;
    for (let size = length - 1; size >= 0; size -= 4096) {
      truncateSync(path, size);
      assert.throws(() => readAll(path), CorruptIndexError, `${size} bytes`);
    }
  });

  it('leaves nothing behind when writing fails', () => {
    const directory = temporaryDirectory();
    const failing = function* (): Generator<Uint8Array> {
      yield content;
      throw new Error('disk full');
    };
    assert.throws(() => writeCheckedFile(join(directory, 'data.bin'), failing()), /disk full/);
    assert.deepEqual(readdirSync(directory), []);
  });
});
