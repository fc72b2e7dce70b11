import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { TextEncoding } from '../../../src/core/document/textEncoding.ts';
import { faultCorpus, update, withIndex } from './faultSupport.ts';

const SIMPLIFIED = '各位代表、同志们：要真抓实干，把群众的利益放在第一位，认真落实各项任务，不断提高工作水平。'.repeat(
  3,
);
const TRADITIONAL = '各位代表、同志們：要真抓實幹，把群眾的利益放在第一位，認真落實各項任務，不斷提高工作水平。'.repeat(
  3,
);
/** In both, once traditional characters have become simplified ones. */
const PROBE = '认真落实各项任务';

/** Encodes by asking the decoder what every pair of bytes means. */
function encoder(encoding: 'gb18030' | 'big5'): (text: string) => Buffer {
  const codes = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder(encoding);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail));
      if (character.length === 1 && character !== '\ufffd' && !codes.has(character))
        codes.set(character, [lead, trail]);
    }
  }
  return text =>
    Buffer.from([...text].flatMap(each => (each < '\x80' ? [each.charCodeAt(0)] : [...(codes.get(each) ?? [0x3f])])));
}

const utf16le = (text: string): Buffer => Buffer.from(text, 'utf16le');
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();
const gb18030 = encoder('gb18030');
const big5 = encoder('big5');
const marked = (mark: readonly number[], bytes: Buffer): Buffer => Buffer.concat([Buffer.from(mark), bytes]);

interface Writing {
  readonly name: string;
  readonly encoding: TextEncoding;
  readonly text: string;
  encode(text: string): Buffer;
}

const WRITINGS: readonly Writing[] = [
  { name: 'utf8', encoding: 'utf-8', text: SIMPLIFIED, encode: text => Buffer.from(text) },
  {
    name: 'utf8-bom',
    encoding: 'utf-8',
    text: SIMPLIFIED,
    encode: text => marked([0xef, 0xbb, 0xbf], Buffer.from(text)),
  },
  { name: 'gbk', encoding: 'gb18030', text: SIMPLIFIED, encode: gb18030 },
  {
    name: 'gb18030-bom',
    encoding: 'gb18030',
    text: SIMPLIFIED,
    encode: text => marked([0x84, 0x31, 0x95, 0x33], gb18030(text)),
  },
  { name: 'big5', encoding: 'big5', text: TRADITIONAL, encode: big5 },
  {
    name: 'utf16le-bom',
    encoding: 'utf-16le',
    text: SIMPLIFIED,
    encode: text => marked([0xff, 0xfe], utf16le(text)),
  },
  {
    name: 'utf16be-bom',
    encoding: 'utf-16be',
    text: SIMPLIFIED,
    encode: text => marked([0xfe, 0xff], utf16be(text)),
  },
  { name: 'utf16le-bare', encoding: 'utf-16le', text: SIMPLIFIED, encode: utf16le },
  { name: 'utf16be-bare', encoding: 'utf-16be', text: TRADITIONAL, encode: utf16be },
];

const VARIANTS: Readonly<Record<string, (writing: Writing) => Buffer>> = {
  plain: ({ text, encode }) => encode(text),
  'ascii-head': ({ text, encode }) => encode(`From: office@example.org (2024-03-05)\r\n\r\n${text}`),
  cut: ({ text, encode }) => encode(text).subarray(0, -1),
  'one-break': ({ text, encode }) => encode(`${text}\r\n\r\n\u3000\u3000${text}`),
};

/** What cannot be read says why. */
const REFUSED: Readonly<Record<string, readonly [bytes: Uint8Array, reason: RegExp]>> = {
  'utf32le.txt': [marked([0xff, 0xfe, 0, 0], Buffer.from([1, 0x4e, 0, 0])), /UTF-32/],
  'utf32be.txt': [marked([0, 0, 0xfe, 0xff], Buffer.from([0, 0, 0x4e, 1])), /UTF-32/],
  'damaged-utf8.txt': [Buffer.from(SIMPLIFIED).map((byte, i) => (i % 30 === 0 ? 0xff : byte)), /疑似乱码/],
  'zeros.txt': [Buffer.alloc(5000), /二进制|没有文字/],
  'noise.txt': [Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 2654435761) >>> 24)), /二进制|疑似乱码/],
  'png.txt': [marked([0x89, 0x50, 0x4e, 0x47], Buffer.alloc(100)), /图片|二进制/],
};

/** Read as well as they can be; none of it is taken for something else. */
const ODD: Readonly<Record<string, Uint8Array>> = {
  'bom-inside.txt': Buffer.from(`${SIMPLIFIED}\ufeff${SIMPLIFIED}`),
  'nul-inside.txt': Buffer.from(`${SIMPLIFIED}\0${SIMPLIFIED}`),
};

describe('E1: texts in every encoding that offices use', function () {
  this.timeout(60_000);
  const read = WRITINGS.flatMap(writing =>
    Object.entries(VARIANTS).map(([variant, bytes]) => [`${writing.name}-${variant}.txt`, bytes(writing)] as const),
  );
  const count = read.length + Object.keys(REFUSED).length + Object.keys(ODD).length;

  it(`${count} files: read in the right encoding, or left out with the reason`, async () => {
    const refused = Object.entries(REFUSED).map(([name, [bytes]]) => [name, bytes] as const);
    const place = faultCorpus(Object.fromEntries([...read, ...refused, ...Object.entries(ODD)]));
    const { skipped } = await update(place);
    const reasons = new Map(skipped.map(({ path, reason }) => [path, reason]));
    withIndex(place.indexDirectory, index => {
      const documents = new Map(
        index.matches.occurrences(index.matches.of(PROBE)).map(hit => {
          const document = index.documents.headAt(hit);
          return [document.path, document] as const;
        }),
      );
      for (const [name] of read) {
        const path = join(place.corpus, name);
        const writing = WRITINGS.find(each => name.startsWith(`${each.name}-`))!;
        assert.equal(documents.get(path)?.encoding, writing.encoding, `${name}: ${reasons.get(path)}`);
      }
      for (const name of Object.keys(ODD)) assert.ok(documents.has(join(place.corpus, name)), name);
      for (const [name, [, reason]] of Object.entries(REFUSED)) {
        assert.match(reasons.get(join(place.corpus, name)) ?? '', reason, name);
      }
      assert.equal(skipped.length, refused.length);
      assert.equal(index.matches.of('\ufeff').size, 0, 'no byte order mark within a text');
      assert.equal(index.matches.of('\ufffd').size <= WRITINGS.length * 2, true, 'nothing replaced but what was cut');
    });
  });

  it('what no decoder here knows is left as it is, and found as it is: UTF-7, and Hong Kong characters of Big5', async () => {
    const place = faultCorpus({
      'utf7.txt': '+ToCIgXcfYpM- work report, one thing after another, one year after another.',
      'hkscs.txt': Buffer.concat([big5(TRADITIONAL), Buffer.from([0x89, 0x43]), big5(TRADITIONAL)]),
    });
    const { skipped } = await update(place);
    assert.deepEqual(skipped, []);
    withIndex(place.indexDirectory, index => {
      assert.equal(index.counts.of(index.matches.of('one thing after another')).occurrences, 1);
      assert.equal(index.counts.of(index.matches.of(PROBE)).occurrences, 6, 'one unknown character costs itself alone');
    });
  });
});
