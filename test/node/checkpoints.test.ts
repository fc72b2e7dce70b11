import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { updateIndex } from '../../src/indexer/updateIndex.ts';
import type { UpdateOptions } from '../../src/indexer/updateOptions.ts';
import { readManifest } from '../../src/node/indexManifest.ts';
import { testSegmenter } from '../unit/support/inMemoryCorpus.ts';
import { assertExact, faultCorpus, randomFrom, segmentBytes, speeches, textsOf } from './faults/faultSupport.ts';
import { dist, temporaryDirectory } from './support.ts';

const builder = {
  path: join(dist, 'builder.cjs'),
  data: { dictionaryPath: join(dist, 'dictionary', 'jieba.dict.utf8') },
};

describe('checkpoints of a long update', function () {
  this.timeout(60_000);
  const { corpus } = faultCorpus(speeches(30, 7, 12));
  const names = readdirSync(corpus).sort();

  const index = async (
    options: Partial<UpdateOptions> = {},
    indexDirectory = join(temporaryDirectory(), 'index'),
  ): Promise<string> => {
    await updateIndex({ indexDirectory, paths: [corpus], loadSegmenter: () => testSegmenter, ...options });
    return indexDirectory;
  };

  it('end in the segments there would be without them', async () => {
    const whole = await index();
    const often = await index({ checkpointIntervalMs: 0 });
    assert.ok(readManifest(often).generation > names.length / 2, 'there were checkpoints');
    assert.equal(segmentBytes(often), segmentBytes(whole));
    assert.equal(readManifest(often).segments.length, 1);
  });

  it('keep what is finished when the update dies, and the next one does not read it again', async () => {
    const indexDirectory = join(temporaryDirectory(), 'index');
    const read: string[] = [];
    const dies = index(
      {
        checkpointIntervalMs: 0,
        onFile: path => {
          read.push(path);
          if (read.length === 20) throw new Error('killed');
        },
      },
      indexDirectory,
    );
    await assert.rejects(dies, /killed/);
    const readAgain: string[] = [];
    await index({ onFile: path => readAgain.push(path) }, indexDirectory);
    assert.deepEqual(
      readAgain,
      names.slice(19).map(name => join(corpus, name)),
    );
    assertExact(indexDirectory, textsOf(corpus), 'after the second update', randomFrom(1));
    assert.equal(readManifest(indexDirectory).segments.length, 1, 'what was left is merged');
  });

  it('are built on a thread to the same bytes', async () => {
    const loadPhraseKnowledge: UpdateOptions['loadPhraseKnowledge'] = async () => {
      const { readPhraseKnowledge } = await import('../../src/indexer/readPhrases.ts');
      return readPhraseKnowledge(builder.data.dictionaryPath);
    };
    const threaded = await index({ checkpointIntervalMs: 0, builder });
    assert.ok(readManifest(threaded).generation > 1, 'the thread was needed');
    assert.equal(segmentBytes(threaded), segmentBytes(await index({ loadPhraseKnowledge })));
  });

  it('that cannot be built on the thread end the update with its error', async () => {
    const gone = { ...builder, path: join(dist, 'nowhere.cjs') };
    await assert.rejects(index({ checkpointIntervalMs: 0, builder: gone }), /nowhere/);
  });
});
