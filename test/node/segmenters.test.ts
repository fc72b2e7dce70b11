import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { IndexerSupervisor } from '../../src/indexer/supervisor.ts';
import { readManifest } from '../../src/node/indexManifest.ts';
import { findNative, loadSegmenter } from '../../src/node/segmenters.ts';
import { dist, starterCorpus, temporaryDirectory } from './support.ts';

const dictionary = join(dist, 'dictionary');
const native = findNative(join(dist, 'indexer.cjs'));

describe('segmenters', function () {
  this.timeout(60_000);

  it('split alike, with the native module and without', function () {
    if (native === undefined) this.skip(); // no compiler here: the TypeScript segmenter is all there is
    const ours = loadSegmenter(dictionary, undefined);
    const theirs = loadSegmenter(dictionary, native);
    assert.deepEqual([ours.kind, theirs.kind], ['typescript', 'native']);
    const same = (text: string): void =>
      assert.deepEqual(ours.segmenter.wordStarts(text), theirs.segmenter.wordStarts(text), JSON.stringify(text));
    for (const name of readdirSync(starterCorpus)) same(readFileSync(join(starterCorpus, name), 'utf8'));
    const unit = fc.constantFrom(...'中国人民工作落实抓真实干部长期待遇到了的，。、a1 \n“”𠮷');
    fc.assert(fc.property(fc.string({ unit, maxLength: 40 }), same), { numRuns: 500 });
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), same), { numRuns: 200 });
  });

  it('give the same index, byte for byte', async function () {
    if (native === undefined) this.skip();
    const build = async (segmenter: 'any' | 'typescript'): Promise<Buffer> => {
      const indexDirectory = join(temporaryDirectory(), 'index');
      const supervisor = new IndexerSupervisor({
        indexerPath: join(dist, 'indexer.cjs'),
        assetDirectory: dist,
        indexDirectory,
        segmenter,
      });
      await supervisor.index([starterCorpus]);
      const { segments } = readManifest(indexDirectory);
      return readFileSync(join(indexDirectory, segments[0]!.file));
    };
    const [withNative, without] = [await build('any'), await build('typescript')];
    assert.ok(withNative.equals(without));
  });

  it('do without the native module where it is missing or broken', () => {
    for (const path of [undefined, join(dist, 'nowhere.node'), join(dist, 'package.json')]) {
      const { kind, segmenter } = loadSegmenter(dictionary, path);
      assert.equal(kind, 'typescript');
      assert.deepEqual(Array.from(segmenter.wordStarts('坚持真抓实干')), [0, 2]);
    }
  });
});
