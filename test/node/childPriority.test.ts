import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { CHILD_PRIORITY } from '../../src/indexer/childPriority.ts';
import type { UpdateTask } from '../../src/indexer/protocol.ts';
import { dist, temporaryDirectory } from './support.ts';

describe('the indexing child', function () {
  this.timeout(30_000);

  it('lets the editor go first', async () => {
    const child = fork(join(dist, 'indexer.cjs'), { serialization: 'advanced' });
    const priority = new Promise<number>((resolve, reject) => {
      child.once('message', () => resolve(getPriority(child.pid)));
      child.once('error', reject);
      child.once('exit', () => reject(new Error('the child ended without a word')));
    });
    child.send({
      type: 'update',
      indexDirectory: join(temporaryDirectory(), 'index'),
      assetDirectory: dist,
      paths: [],
      verify: false,
      retry: false,
      segmenter: 'typescript',
    } satisfies UpdateTask);
    assert.ok(CHILD_PRIORITY > 0, 'above 0 is below normal');
    assert.equal(await priority, Math.max(CHILD_PRIORITY, getPriority()));
  });
});
