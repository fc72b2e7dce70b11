import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readFormat } from '../../../src/node/formats/readFormat.ts';
import { generator } from '../../unit/support/random.ts';
import { seeds } from '../support.ts';
import { pdfFile } from './pdfWriter.ts';
import { HIDDEN, IN_LIST, IN_TABLE, ROW, wordFile } from './wordFile.ts';

const MUTATIONS = 500;
const LIMIT_MS = 2000;
const cMapDirectory = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'cmaps');
const shared = join(seeds, '../data/dev/formats');

const word = wordFile({
  body: [
    { text: '各位代表：\x13 PAGE \x141\x15\r' },
    { text: 'hidden', compressed: true, operations: HIDDEN },
    { text: '抓水利\r', paragraph: IN_LIST },
    { text: '单位\x07', paragraph: IN_TABLE },
    { text: '\x07', paragraph: ROW },
  ],
  footnotes: [{ text: '注释\r' }],
  list: [0x27, '\0、'],
});
const rtf = Buffer.from(
  "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 SimSun;}}{\\*\\x{y}}\\f0\\'d6\\'d0\\u20013?\\par{\\v a}\\intbl b\\cell\\row{\\footnote c}\\bin3 abc}",
);
const pdf = pdfFile(
  [
    [{ text: '', hex: 'b8f7ceb4fab1eda3bacfd6d4dacfc8', x: 72, y: 700 }],
    [{ text: '', hex: 'd6d0b9fac7ebd3e8c9f3d2e9', x: 72, y: 700 }],
  ],
  { encoding: 'GBK-EUC-H' },
);

/** The head of the file stays, so that the reader under test gets it. */
const HEAD = 8;

describe('damaged documents never hang a reader nor throw anything but a reason', function () {
  this.timeout(600_000);
  for (const [name, bytes] of [
    ['made.doc', word],
    ['made.rtf', rtf],
    ['made.pdf', pdf],
    ...['wps/公务员录用违规违纪行为处理决定书.wps', 'doc/人民日报标注语料库声明.doc'].flatMap(path =>
      existsSync(join(shared, path)) ? [[path, readFileSync(join(shared, path))] as const] : [],
    ),
  ] as const) {
    it(`${name}, ${MUTATIONS} times`, async () => {
      const random = generator(0x6a67);
      let read = 0;
      for (let i = 0; i < MUTATIONS; i++) {
        const damaged = mutate(bytes, random);
        const started = performance.now();
        try {
          await readFormat(damaged, name, { cMapDirectory });
          read++;
        } catch (error) {
          assert.equal((error as Error).name, 'FormatError', `mutation ${i}: ${(error as Error).stack}`);
          assert.match((error as Error).message, /\p{Script=Han}/u);
        }
        const took = performance.now() - started;
        assert.equal(took < LIMIT_MS, true, `mutation ${i} took ${took} ms`);
      }
      assert.equal(read > MUTATIONS / 20, true, `the damage stops at the door: ${read}`);
    });
  }
});

/** Bytes changed, cut out, doubled, or the end cut off. */
function mutate(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = HEAD + Math.floor(random() * (bytes.length - HEAD));
  const length = 1 + Math.floor(random() * Math.min(64, bytes.length / 200));
  const kind = random();
  if (kind < 0.1) return bytes.slice(0, at);
  if (kind < 0.2) return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
  if (kind < 0.3) return Buffer.concat([bytes.subarray(0, at + length), bytes.subarray(at)]);
  const changed = Uint8Array.from(bytes);
  for (let i = 0; i < length; i++) {
    // Half of the changes together, where one field goes with the next; numbers at their limits among them.
    const place = kind < 0.6 ? at + i : HEAD + Math.floor(random() * (bytes.length - HEAD));
    if (place < changed.length) changed[place] = random() < 0.3 ? [0, 0x7f, 0x80, 0xff][i % 4]! : random() * 256;
  }
  return changed;
}
