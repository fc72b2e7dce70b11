import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { CompleteResult } from '../../src/core/service/speechService.ts';
import { dist, temporaryDirectory, writeFiles } from './support.ts';

describe('pinyin through the command line', function () {
  this.timeout(60_000);
  const corpus = temporaryDirectory();
  const index = join(temporaryDirectory(), 'index');
  const cli = (args: readonly string[], input = '') =>
    spawnSync(process.execPath, [join(dist, 'cli.js'), ...args], { encoding: 'utf8', input });

  const complete = (...params: readonly object[]): CompleteResult[] => {
    const lines = params.map((each, id) => JSON.stringify({ id, method: 'complete', params: each }));
    const { stdout, stderr } = cli(['serve', '--index', index], lines.join('\n'));
    assert.equal(stderr, '');
    return stdout
      .trim()
      .split('\n')
      .map(line => (JSON.parse(line) as { result: CompleteResult }).result);
  };
  const texts = ({ suggestions }: CompleteResult): string[] => suggestions.map(({ insertText }) => insertText);

  before(() => {
    writeFiles(corpus, {
      'a.txt': '重整河山，再造家园。调研先行，率先垂范。我们要标本兼治，不停步。',
      'b.txt': '重整河山，一步不退。率先垂范，带头下田。大家标本兼治地干。',
    });
    assert.equal(cli(['index', '--index', index, corpus]).status, 0);
  });

  it('finds phrases by what the indexing child has read them as', () => {
    const [idiom, first, many, off] = complete(
      { text: '我们要bbjz', pinyin: true },
      { text: '干部sxcf', pinyin: true },
      { text: '今后chongzhs', pinyin: true },
      { text: '我们要bbjz' },
    ) as [CompleteResult, CompleteResult, CompleteResult, CompleteResult];
    assert.deepEqual(texts(idiom), ['标本兼治']);
    assert.equal(idiom.suggestions[0]!.replaceLength, 4);
    assert.equal(idiom.suggestions[0]!.documents, 2);
    assert.deepEqual(texts(first), ['率先垂范']);
    assert.deepEqual(texts(many), ['重整河山']);
    assert.deepEqual(texts(off), []);
  });

  it('still does after the segment was merged away and built again', () => {
    for (const name of ['c', 'd', 'e']) {
      writeFiles(corpus, { [`${name}.txt`]: `率先垂范，第${name}篇。` });
      assert.equal(cli(['index', '--index', index, corpus]).status, 0);
    }
    const [first] = complete({ text: '干部sxcf', pinyin: true });
    assert.deepEqual(texts(first!), ['率先垂范']);
  });
});
