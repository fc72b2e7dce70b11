import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { clean } from '../../src/core/document/clean.ts';
import { importText } from '../../src/core/document/importDocument.ts';
import type { SpeechService } from '../../src/core/service/speechService.ts';
import { fullWidth } from '../../src/core/text/fullWidth.ts';
import { IndexerSupervisor } from '../../src/indexer/supervisor.ts';
import { type OpenService, openService } from '../../src/node/openService.ts';
import { generator } from '../unit/support/random.ts';
import { dist, seeds, starterCorpus, temporaryDirectory } from './support.ts';

const FORBIDDEN = ['小编', '推荐访问', '免责声明', 'bsmz', '下一篇', '第5/6页', '\ufffd'];
const PINYIN_NOTE = /[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,6}[)）]/;

/** The whole way from files to answers, over folders of documents. */
for (const [name, directory] of [
  ['the starter corpus', starterCorpus],
  ['five real speeches', seeds],
] as const) {
  const present = existsSync(directory);
  const title = present ? `from ${name}` : `from ${name} (absent: ${directory})`;
  (present ? describe : describe.skip)(title, function () {
    this.timeout(60_000);
    let open: OpenService;
    let service: SpeechService;
    const paths = present ? readdirSync(directory).map(file => join(directory, file)) : [];
    const documents = new Map(
      paths.map(path => {
        const { raw, clean } = importText(readFileSync(path), path);
        return [path, { raw: raw.text, text: clean.text }] as const;
      }),
    );

    before(async () => {
      const indexDirectory = join(temporaryDirectory(), 'index');
      const supervisor = new IndexerSupervisor({
        indexerPath: join(dist, 'indexer.cjs'),
        assetDirectory: dist,
        indexDirectory,
      });
      const report = await supervisor.index([directory]);
      assert.deepEqual(report.skipped, []);
      assert.equal(report.documents, paths.length);
      open = openService(indexDirectory);
      service = open.service;
    });
    after(() => open?.close());

    it('look-up equals a plain scan, and raw places lead back to the text', async () => {
      const random = generator(20261122);
      const stretches = Array.from({ length: 2000 }, () => randomStretch(random, [...documents.values()]));
      const inexact: string[] = [];
      for (const phrase of stretches) {
        const expected = [...documents].flatMap(([path, { text }]) => scan(text, phrase).map(at => `${path}:${at}`));
        const { occurrences, documents: count, hits } = await service.lookup({ phrase, limit: 100_000 });
        assert.deepEqual(hits.map(hit => `${hit.path}:${hit.start}`).sort(), expected.sort());
        assert.equal(occurrences, expected.length);
        assert.equal(count, new Set(hits.map(hit => hit.path)).size);
        for (const hit of hits.slice(0, 20)) {
          const raw = documents.get(hit.path)!.raw.slice(hit.rawStart, hit.rawEnd);
          if (!CUT_SHIFT.test(raw) && !comparable(clean(raw).text).includes(comparable(phrase))) inexact.push(raw);
        }
      }
      assert.deepEqual(inexact, []);
    });

    it('nothing from the web mill is in the index', async () => {
      for (const phrase of FORBIDDEN) assert.equal((await service.lookup({ phrase })).occurrences, 0, phrase);
      for (const [path, { text }] of documents) assert.doesNotMatch(text, PINYIN_NOTE, path);
    });
  });
}

(existsSync(seeds) ? describe : describe.skip)('document 002, annotated with pinyin and shifted by bytes', () => {
  const path = existsSync(seeds) ? join(seeds, readdirSync(seeds).find(name => name.startsWith('002'))!) : '';
  it('comes out as plain simplified text', () => {
    const { clean } = importText(readFileSync(path), path);
    assert.equal(
      clean.repairs.filter(repair => repair.kind === 'pinyin-note' || repair.kind === 'byte-shift').length >= 287,
      true,
    );
    assert.match(clean.text, /域实现手机/);
    assert.match(clean.text, /经常化/);
    assert.doesNotMatch(clean.text, /[A-Za-z?\ufffd]/);
  });
});

function scan(text: string, phrase: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) places.push(at);
  return places;
}

/** A stretch that begins or ends within a run of shifted bytes («域?qū)崿F(xiàn)»): cut there, it cannot be read again. */
const CUT_SHIFT = /[?？]/;

/** Which way a straight quote turns, whether a bracket at the edge is full-width or a blank stays, needs what was cut off. */
function comparable(text: string): string {
  return fullWidth(text).replaceAll(/[“”"]/g, '"').replaceAll(/\s/g, '');
}

/** 2–20 units within a paragraph. */
function randomStretch(random: () => number, documents: ReadonlyArray<{ readonly text: string }>): string {
  for (;;) {
    const { text } = documents[Math.floor(random() * documents.length)]!;
    const start = Math.floor(random() * text.length);
    const stretch = text.slice(start, start + 2 + Math.floor(random() * 19));
    if (stretch.length >= 2 && !stretch.includes('\n')) return stretch;
  }
}
