import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { IndexerSupervisor } from '../../../src/indexer/supervisor.ts';
import { findNative } from '../../../src/node/segmenters.ts';
import { dist, temporaryDirectory } from '../support.ts';
import {
  assertExact,
  type FaultCorpus,
  faultCorpus,
  randomFrom,
  seed,
  segmentBytes,
  soak,
  speeches,
  textsOf,
} from './faultSupport.ts';

const DICTIONARY_FILES = ['hmm_model.utf8', 'empty.dict.utf8', 'idf.utf8', 'stop_words.utf8'];
const native = findNative(join(dist, 'indexer.cjs'));

describe('N1: the native segmenter or its dictionary is missing or broken', function () {
  this.timeout(60_000);
  let corpus: FaultCorpus;
  let expected: string;

  /** A copy of the installed bundle whose native module and dictionary may be tampered with. */
  function installation(): { indexerPath: string; nativePath: string; assetDirectory: string } {
    const root = temporaryDirectory();
    const assetDirectory = join(root, 'dist');
    mkdirSync(assetDirectory);
    for (const name of ['indexer.cjs', 'package.json', 'dictionary']) {
      cpSync(join(dist, name), join(assetDirectory, name), { recursive: true });
    }
    symlinkSync(join(dist, 'cmaps'), join(assetDirectory, 'cmaps'));
    const nativePath = join(root, 'node_modules/nodejieba/build/Release/nodejieba.node');
    mkdirSync(dirname(nativePath), { recursive: true });
    writeFileSync(join(root, 'node_modules/nodejieba/package.json'), '{"name":"nodejieba","version":"0.0.0"}');
    if (native !== undefined) cpSync(native, nativePath);
    return { indexerPath: join(assetDirectory, 'indexer.cjs'), nativePath, assetDirectory };
  }

  async function indexed(
    place: ReturnType<typeof installation>,
    segmenter: 'any' | 'typescript' = 'any',
  ): Promise<string> {
    const indexDirectory = join(temporaryDirectory(), 'index');
    const { indexerPath, assetDirectory } = place;
    const supervisor = new IndexerSupervisor({ indexerPath, indexDirectory, assetDirectory, segmenter });
    const report = await supervisor.index([corpus.corpus]);
    assert.deepEqual(report.skipped, []);
    assertExact(indexDirectory, textsOf(corpus.corpus), 'index', randomFrom(seed), 5);
    return segmentBytes(indexDirectory);
  }

  before(async () => {
    corpus = faultCorpus(speeches(6, seed, 12));
    expected = await indexed(installation(), 'typescript');
  });

  it(
    native === undefined
      ? 'native and own segmenter give one index (absent: nodejieba is not built)'
      : 'native and own segmenter give one index',
    async () => {
      assert.equal(await indexed(installation()), expected);
    },
  );

  const bytes = native !== undefined && existsSync(native) ? readFileSync(native) : Buffer.alloc(4096, 'x');
  const elf = (change: (copy: Buffer) => void): Buffer => {
    const copy = Buffer.from(bytes);
    change(copy);
    return copy;
  };
  const faults: ReadonlyArray<readonly [string, Buffer]> = [
    ['empty', Buffer.alloc(0)],
    ['text', Buffer.from('not a module')],
    ['zeros', Buffer.alloc(bytes.length)],
    ['for another system', elf(copy => copy.write('MZ'))],
    ['for another processor', elf(copy => copy.writeUInt16LE(0xb7 === copy.readUInt16LE(18) ? 0x3e : 0xb7, 18))],
    ['cut after 4 KiB', bytes.subarray(0, 4096)],
    ['cut in half', bytes.subarray(0, bytes.length >>> 1)],
    ['cut by its last page', bytes.subarray(0, bytes.length - 4096)],
  ];
  for (const [fault, content] of soak > 1 ? faults : faults.filter((_, i) => i % 3 === 0)) {
    it(`a module that is ${fault}: the same index without it`, async () => {
      const place = installation();
      writeFileSync(place.nativePath, content);
      assert.equal(await indexed(place), expected);
    });
  }

  for (const name of soak > 1 ? DICTIONARY_FILES : ['idf.utf8']) {
    it(`${name} malformed: an index all the same`, async () => {
      const place = installation();
      writeFileSync(join(place.assetDirectory, 'dictionary', name), '坏 的 行 数\n\0\0\n');
      await indexed(place);
    });
  }

  it('the dictionary is empty: an index all the same', async () => {
    const place = installation();
    writeFileSync(join(place.assetDirectory, 'dictionary/jieba.dict.utf8'), '');
    await indexed(place);
  });

  for (const segmenter of ['any', 'typescript'] as const) {
    it(`the dictionary is malformed or cut, segmenter ${segmenter}: an index all the same, and a notice`, async () => {
      const place = installation();
      const path = join(place.assetDirectory, 'dictionary/jieba.dict.utf8');
      const good = readFileSync(path);
      writeFileSync(
        path,
        Buffer.concat([Buffer.from('坏行\n 3 n\n真抓 许多 n\n'), good.subarray(0, good.length >>> 1)]),
      );
      const { indexerPath, assetDirectory } = place;
      const indexDirectory = join(temporaryDirectory(), 'index');
      const supervisor = new IndexerSupervisor({ indexerPath, indexDirectory, assetDirectory, segmenter });
      const { skipped, notices } = await supervisor.index([corpus.corpus]);
      assert.deepEqual(skipped, []);
      // jieba is silent about it where it lives.
      if (segmenter === 'typescript' || native === undefined) assert.match(notices.join(), /词典有 [34] 行不合格式/);
      assertExact(indexDirectory, textsOf(corpus.corpus), 'index', randomFrom(seed), 5);
    });
  }
});
