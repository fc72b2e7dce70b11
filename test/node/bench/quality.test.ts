import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { generator } from '../../unit/support/random.ts';
import { temporaryDirectory, writeFiles } from '../support.ts';

const run = join(import.meta.dirname, '../../bench/quality/run.ts');

/** Sentences of made-up words: what corpus and drafts share is chosen by the seed of the words. */
function prose(wordSeed: number, seed: number, sentences: number): string {
  const words = generator(wordSeed);
  const vocabulary = Array.from({ length: 12 }, () =>
    Array.from({ length: 4 }, () => String.fromCharCode(0x4e00 + Math.floor(words() * 3000))).join(''),
  );
  const random = generator(seed);
  return Array.from({ length: sentences }, () => {
    const clauses = Array.from({ length: 6 }, () => vocabulary[Math.floor(random() * vocabulary.length)]);
    return `${clauses.join('，')}。\n`;
  }).join('');
}

function bench(...args: readonly string[]) {
  return spawnSync(process.execPath, [run, '--no-build', ...args], { encoding: 'utf8', timeout: 50_000 });
}

describe('bench:quality', function () {
  this.timeout(60_000);
  const corpus = temporaryDirectory();
  const drafts = temporaryDirectory();
  const emptyIndex = temporaryDirectory();

  before(() => {
    writeFiles(corpus, { 'a.txt': prose(1, 11, 20), 'b.txt': prose(1, 12, 20) });
    writeFiles(drafts, { 'reports/c.txt': prose(1, 13, 2), 'speeches/d.txt': prose(2, 14, 2) });
  });

  it('measures every engine on every kind, and provenance on the corpus', () => {
    const written = join(temporaryDirectory(), 'figures.md');
    const args = ['--corpus', corpus, '--drafts', drafts, '--modes', 'eager,quiet', '--stretches', '50'];
    const { status, stdout, stderr } = bench(...args, '--write', written);
    assert.equal(status, 0, stderr);
    for (const kind of ['reports', 'speeches', 'all']) assert.match(stdout, new RegExp(`### ${kind}: \\d+ characters`));
    for (const engine of [
      'jianggao eager',
      'jianggao quiet',
      'dictionary',
      '5-gram',
      '5-gram with back-off',
      '∞-gram prototype',
      'oracle',
    ])
      assert.equal(stdout.split(`| ${engine} |`).length - 1, 3, engine);
    assert.match(stdout, /50 stretches: 0 with other documents/u);
    assert.equal(readFileSync(written, 'utf8'), stdout);
  });

  it('refuses a corpus that holds a draft, and names both', () => {
    const leaky = temporaryDirectory();
    writeFiles(leaky, { 'a.txt': prose(1, 11, 20), 'copy.txt': `题目\n${prose(2, 14, 2)}` });
    const { status, stdout, stderr } = bench('--corpus', leaky, '--drafts', drafts);
    assert.equal(status, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /d\.txt .*copy\.txt/u);
  });

  it('refuses the index of another corpus', () => {
    const { status, stderr } = bench('--corpus', corpus, '--index', emptyIndex);
    assert.equal(status, 1);
    assert.match(stderr, /the index has 0 documents/u);
  });

  it('says how it is called', () => {
    const { status, stderr } = bench('--modes', 'loud', '--corpus', corpus);
    assert.equal(status, 1);
    assert.match(stderr, /no mode loud[\s\S]*--drafts/u);
  });
});
