import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openService } from '../../../src/node/openService.ts';
import {
  faultCorpus,
  forkChild,
  lastWord,
  placesOf,
  scanned,
  seed,
  soak,
  textsOf,
  update,
  updateTask,
  withIndex,
} from './faultSupport.ts';

const SPEECH =
  '各位代表、同志们：要真抓实干，久久为功。我们必须坚持以人民为中心，把群众的利益放在第一位，认真落实各项任务。'.repeat(
    3,
  );
const utf16 = (text: string, bigEndian: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

describe('E1: bytes that are not clean UTF-8', function () {
  this.timeout(30_000);

  it('encodings with and without marks are read; what cannot be is left out with its reason', async () => {
    const utf8 = Buffer.from(SPEECH);
    const gbkOf = (hex: string): Buffer => Buffer.from(hex.repeat(60), 'hex');
    const cases: Record<string, readonly [Uint8Array, 'read' | RegExp]> = {
      'bom.txt': [Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), 'read'],
      'utf16le.txt': [Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(SPEECH, false)]), 'read'],
      'utf16be.txt': [Buffer.concat([Buffer.from([0xfe, 0xff]), utf16(SPEECH, true)]), 'read'],
      'utf16le-bare.txt': [utf16(SPEECH, false), 'read'],
      'utf16be-bare.txt': [utf16(SPEECH, true), 'read'],
      'bom-inside.txt': [Buffer.from(`${SPEECH}\ufeff${SPEECH}`), 'read'],
      'cut.txt': [utf8.subarray(0, utf8.length - 1), 'read'],
      'cut16.txt': [Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(SPEECH, false).subarray(0, -1)]), 'read'],
      'damaged.txt': [Buffer.from(utf8.map((byte, i) => (i % 30 === 0 ? 0xff : byte))), /乱码|二进制/],
      'zeros.txt': [Buffer.alloc(5000), /二进制|没有文字/],
      'random.txt': [Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 2654435761) >>> 24)), /二进制|乱码/],
      'utf32.txt': [Buffer.from([0xff, 0xfe, 0, 0, 1, 0x4e, 0, 0]), /UTF-32/],
      'gbk.txt': [gbkOf('cec4d5c2d2aad5e6d7a5cab5b8c9a3ac'), 'read'],
    };
    const place = faultCorpus(Object.fromEntries(Object.entries(cases).map(([name, [bytes]]) => [name, bytes])));
    const word = await lastWord(forkChild(updateTask(place)));
    assert.ok(word?.type === 'updated', JSON.stringify(word));
    const reasons = new Map(word.report.skipped.map(({ path, reason }) => [path, reason]));
    withIndex(place.indexDirectory, index => {
      const found = new Set(
        index.matches.occurrences(index.matches.of('真抓实干')).map(each => index.documents.headAt(each).path),
      );
      for (const [name, [, expected]] of Object.entries(cases)) {
        const path = join(place.corpus, name);
        if (expected === 'read') assert.ok(found.has(path), `${name}: ${reasons.get(path)}`);
        else assert.match(reasons.get(path) ?? '', expected, name);
      }
      assert.equal(index.matches.of('\ufeff').size, 0, 'no byte order mark within a text');
    });
  });

  it('a few NULs or broken bytes in a text neither hide it nor shift what is found', async () => {
    for (const broken of [[0xff], [0xe4, 0xb8], [0], [0xed, 0xa0, 0x80], [0xf8, 0x88, 0x80, 0x80, 0x80]]) {
      const bytes = Buffer.concat([Buffer.from(SPEECH), Buffer.from(broken), Buffer.from('末尾在此。')]);
      const place = faultCorpus({ 'a.txt': bytes });
      const report = await update(place);
      if (report.documents === 0) {
        assert.match(report.skipped[0]!.reason, /乱码|二进制/, broken.join());
        continue;
      }
      withIndex(place.indexDirectory, index =>
        assert.deepEqual(placesOf(index, '末尾在此'), scanned(textsOf(place.corpus), '末尾在此')),
      );
    }
  });

  it('any bytes at all: the update never fails, and what is in is found', async () => {
    const place = faultCorpus({});
    let file = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(Buffer.from(SPEECH))), { maxLength: 4 }),
        async parts => {
          writeFileSync(join(place.corpus, `${file++ % 5}.txt`), Buffer.concat(parts));
          const report = await update(place);
          assert.ok(report.documents + report.skipped.length === Math.min(file, 5));
        },
      ),
      { seed, numRuns: 60 * soak },
    );
  });
});

describe('E2: characters that are seldom met', function () {
  this.timeout(60_000);
  const strange = fc.constantFrom(
    ...[
      '\ud800',
      '\udc00',
      '\u0000',
      '\ufffe',
      '\uffff',
      '\u202e',
      '\u2066',
      '\u200b',
      '\u200d',
      '\u0301',
      '\u0001',
      '\u2028',
      '\u0085',
      '\u3000',
      '𠮷',
      '😀',
      '👨‍👩‍👧',
      '\ufeff',
      '\r',
      '\n',
      '\t',
      '\u00a0',
      '!',
      '"',
      '“',
      '(',
      '一',
      '、',
      '要',
      '，',
      '。',
      '真抓实干',
    ],
  );
  const text = fc.array(strange, { maxLength: 60 }).map(units => units.join(''));

  it('the index finds every stretch of its clean texts at its place, in UTF-16 units, and raw places lie in the file', async () => {
    const place = faultCorpus({});
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), fc.nat(), async (drafts, at) => {
        for (const [i, draft] of drafts.entries()) writeFileSync(join(place.corpus, `${i}.txt`), `${SPEECH}${draft}末`);
        const { skipped } = await update(place);
        const texts = textsOf(place.corpus);
        for (const { path, reason } of skipped) {
          assert.match(reason, /乱码|二进制/);
          texts.delete(path);
        }
        const open = openService(place.indexDirectory);
        try {
          for (const clean of texts.values()) {
            const start = at % clean.length;
            const phrase = clean.slice(start, start + 1 + (at % 7));
            if (phrase.includes('\u0001')) continue; // ends documents
            const { hits } = await open.service.lookup({ phrase, limit: 1000 });
            assert.deepEqual(hits.map(hit => `${hit.path}:${hit.start}`).sort(), scanned(texts, phrase));
            for (const hit of hits) {
              assert.equal(hit.match, phrase);
              const raw = readFileSync(hit.path, 'utf8');
              assert.ok(
                hit.rawStart >= 0 && hit.rawStart <= hit.rawEnd && hit.rawEnd <= raw.length,
                JSON.stringify(hit),
              );
            }
            await open.service.complete({ text: clean, mode: 'eager' });
            await open.service.phraseAt({ text: clean, offset: start });
            await open.service.similar({ phrase });
          }
        } finally {
          open.close();
        }
      }),
      { seed, numRuns: 80 * soak },
    );
  });

  it('queries with lone surrogates, NULs, the separator and of any length are answered, not thrown at', async () => {
    const place = faultCorpus({ 'a.txt': `要真抓实干。𠮷野家。${'之'.repeat(3000)}` });
    await update(place);
    const open = openService(place.indexDirectory);
    try {
      for (const phrase of [
        '\ud842',
        '\udfb7',
        '\u0000',
        '\u0001',
        '\uffff',
        '。\u0001',
        `e${'\u0301'.repeat(100)}`,
        '之'.repeat(5000),
      ]) {
        await open.service.lookup({ phrase });
        await open.service.complete({ text: phrase, mode: 'eager' });
        await open.service.concordance({ query: phrase });
        await open.service.similar({ phrase });
      }
      assert.equal((await open.service.lookup({ phrase: '𠮷野家' })).occurrences, 1);
    } finally {
      open.close();
    }
  });

  it('a phrase of more than 4096 units is found only where all of it stands', async () => {
    const long = '真抓实干久久为功'.repeat(700);
    const place = faultCorpus({ 'a.txt': `${long}甲。`, 'b.txt': `${long}乙。` });
    await update(place);
    const open = openService(place.indexDirectory);
    try {
      assert.equal((await open.service.lookup({ phrase: `${long}甲` })).occurrences, 1);
      assert.equal((await open.service.lookup({ phrase: `${long}丙` })).occurrences, 0);
    } finally {
      open.close();
    }
  });
});
