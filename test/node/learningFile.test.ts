import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { LearnResult } from '../../src/core/complete/learning.ts';
import { LearningFile } from '../../src/node/learningFile.ts';
import { writeCheckedFile } from '../../src/node/writeCheckedFile.ts';
import { temporaryDirectory } from './support.ts';

describe('LearningFile', () => {
  let path: string;
  const accept = (...accepted: string[]): LearnResult => new LearningFile(path).learn({ accepted });
  const boost = (text: string): number => new LearningFile(path).acceptance.boost(text);
  const damage = (file: string, at = 5): void => {
    const bytes = readFileSync(file);
    bytes[at]! ^= 1;
    writeFileSync(file, bytes);
  };

  beforeEach(() => {
    path = join(temporaryDirectory(), 'learning.bin');
  });

  it('is empty without a file, and writes none for nothing', () => {
    assert.deepEqual(new LearningFile(path).learn({}), { suggestions: 0 });
    assert.equal(boost('真抓实干'), 0);
    assert.ok(!existsSync(path));
  });

  it('remembers, readable by its owner alone, and without a word of text', () => {
    accept('真抓实干');
    assert.ok(boost('真抓实干') > 0);
    assert.doesNotMatch(readFileSync(path, 'utf8'), /\p{Script=Han}/u);
    assert.equal(statSync(path).mode & 0o777, 0o600);
  });

  it('counts what two windows note', () => {
    const windows = [new LearningFile(path), new LearningFile(path)] as const;
    for (const window of windows) window.learn({ accepted: ['甲'] });
    windows[0].learn({ accepted: ['乙'] });
    const both = boost('甲');
    windows[1].learn({ forget: true });
    accept('甲');
    assert.ok(both > boost('甲'), 'two acceptances weigh more than one');
  });

  it('wipes the file, its backup and what it holds in memory', () => {
    const learning = new LearningFile(path);
    learning.learn({ accepted: ['真抓实干'] });
    learning.learn({ accepted: ['善作善成'] });
    assert.deepEqual(learning.learn({ forget: true }), { suggestions: 0 });
    assert.equal(learning.acceptance.boost('真抓实干'), 0);
    assert.deepEqual(readdirSync(join(path, '..')), []);
  });

  it('works without a place to write, and catches up when there is one', () => {
    const nowhere = join(temporaryDirectory(), 'gone');
    const learning = new LearningFile(join(nowhere, 'learning.bin'));
    assert.throws(() => learning.learn({ accepted: ['真抓实干'] }), { code: 'ENOENT' });
    assert.ok(learning.acceptance.boost('真抓实干') > 0);
    mkdirSync(nowhere);
    assert.deepEqual(learning.learn({ accepted: ['善作善成'] }), { suggestions: 2 });
    assert.deepEqual(new LearningFile(join(nowhere, 'learning.bin')).learn({}), { suggestions: 2 });
    rmSync(nowhere, { recursive: true });
  });

  describe('C2: damaged', () => {
    beforeEach(() => {
      accept('真抓实干');
      accept('善作善成');
    });

    const faults: readonly [name: string, harm: (file: string) => void][] = [
      ['a flipped bit', file => damage(file)],
      ['a cut end', file => truncateSync(file, 20)],
      ['no content', file => truncateSync(file, 0)],
      ['zeros', file => writeFileSync(file, new Uint8Array(200))],
      ['another version', file => writeCheckedFile(file, [new TextEncoder().encode('{"version":2}')])],
      ['a record of wrong shape', file => writeCheckedFile(file, [encoded([['甲', 1]])])],
    ];
    for (const [name, harm] of faults) {
      it(`${name}: the backup is used, told once, and not overwritten by the damage`, () => {
        harm(path);
        const learning = new LearningFile(path);
        assert.deepEqual(learning.learn({}), { suggestions: 1, damage: 'backup-used' });
        assert.deepEqual(learning.learn({}), { suggestions: 1 });
        assert.ok(boost('真抓实干') > 0);
        assert.deepEqual(accept('久久为功'), { suggestions: 2, damage: 'backup-used' });
        assert.deepEqual(new LearningFile(path).learn({}), { suggestions: 2 }, 'whole again');
      });
    }

    it('both: begins anew, and tells', () => {
      damage(path);
      damage(`${path}.bak`);
      assert.deepEqual(new LearningFile(path).learn({}), { suggestions: 0, damage: 'lost' });
      assert.deepEqual(accept('久久为功'), { suggestions: 1, damage: 'lost' });
      assert.deepEqual(new LearningFile(path).learn({}), { suggestions: 1 });
    });

    it('gone, as between the two renames of a save: the backup is used silently', () => {
      rmSync(path);
      assert.deepEqual(new LearningFile(path).learn({}), { suggestions: 1 });
    });

    it('never answers from any flipped bit', () => {
      const good = readFileSync(path);
      for (let at = 0; at < good.length; at++) {
        const bad = Uint8Array.from(good);
        bad[at]! ^= 1 << (at % 8);
        writeFileSync(path, bad);
        const result = new LearningFile(path).learn({});
        assert.deepEqual(result, { suggestions: 1, damage: 'backup-used' }, `byte ${at}`);
      }
    });
  });
});

function encoded(records: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ version: 1, records }));
}
