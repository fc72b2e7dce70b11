import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readUtf8, readUtf8File } from '../../src/node/readUtf8.ts';

/** What the encoding standard says: `undefined` for bytes that are not UTF-8. */
function readByTheStandard(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

describe('readUtf8', () => {
  it('reads any text back, rare characters and a byte order mark included', () => {
    for (const text of ['', '水渠修通了。', '𠀀\ufeff水']) assert.equal(readUtf8(new TextEncoder().encode(text)), text);
  });

  it('reads a file, wrong bytes in it as U+FFFD', () => {
    const directory = mkdtempSync(join(tmpdir(), 'jianggao-utf8-'));
    try {
      const path = join(directory, '词典.txt');
      writeFileSync(path, '水渠 3 n\n');
      assert.equal(readUtf8File(path), '水渠 3 n\n');
      writeFileSync(path, Uint8Array.of(0x61, 0xff, 0x62));
      assert.equal(readUtf8File(path), 'a\ufffdb');
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  });

  it('refuses what is cut, overlong or half of a pair', () => {
    for (const bytes of [[0xe6, 0xb0], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xff]])
      assert.equal(readUtf8(Uint8Array.from(bytes)), undefined);
  });

  it('reads and refuses as TextDecoder does', () => {
    const text = fc.string({ unit: 'binary' }).map(written => new TextEncoder().encode(written));
    fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array()), fc.uint8Array({ maxLength: 2 }), (bytes, tail) => {
        const all = Uint8Array.of(...bytes, ...tail);
        assert.equal(readUtf8(all), readByTheStandard(all));
      }),
    );
  });
});
