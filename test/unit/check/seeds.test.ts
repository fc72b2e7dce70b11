import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Comparisons } from '../../../src/core/borrow/comparisons.ts';
import { STRUCTURE_CHECKS } from '../../../src/core/check/check.ts';
import type { Finding } from '../../../src/core/check/finding.ts';
import { Origins } from '../../../src/core/check/origins.ts';
import { importText } from '../../../src/core/document/importDocument.ts';
import { scanNumbered } from '../../../src/core/parallel/numberedScan.ts';
import { inMemoryCorpus } from '../support/inMemoryCorpus.ts';

const starter = join(import.meta.dirname, '../../../corpus');
/** Real documents that stay outside the project; no sentence of theirs is written here. */
const seeds = join(import.meta.dirname, '../../../../shared/seeds');
const dev = join(import.meta.dirname, '../../../../shared/data/dev');
const comparison = new Comparisons(inMemoryCorpus({})).forDraft();

interface Checked {
  readonly name: string;
  readonly text: string;
  readonly findings: readonly Finding[];
}

function checkAll(folder: string): Checked[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => /\.(?:txt|md)$/.test(name))
    .map(name => {
      const { text } = importText(readFileSync(join(folder, name)), name).clean;
      const scan = scanNumbered(text);
      const origins = new Origins(text, [], comparison, []);
      const context = { text, scan, index: comparison.index, borrowed: [], localNames: [], origins };
      return { name, text, findings: STRUCTURE_CHECKS.flatMap(each => each(context)) };
    });
}

function needs(folder: string): (this: Mocha.Context) => void {
  return function () {
    if (existsSync(folder)) return;
    console.log(`      skipped: no ${folder.slice(folder.indexOf('shared'))} beside the project`);
    this.skip();
  };
}

describe('checks of structure on whole speeches', () => {
  it('find nothing in the starter corpus', () => {
    const found = checkAll(starter).flatMap(({ name, findings }) =>
      findings.map(({ message }) => `${name}: ${message}`),
    );
    assert.deepEqual(found, []);
  });

  describe('the seeds', () => {
    before(needs(seeds));
    it('find the lost parts of 003 and the mixed markers of 001, and no wrong count in 004', () => {
      const kinds = new Map(
        checkAll(seeds).map(({ name, findings }) => [name.slice(0, 3), findings.map(({ kind }) => kind)]),
      );
      assert.ok(kinds.get('003')!.includes('announced-count'));
      assert.ok(kinds.get('001')!.includes('mixed-markers'));
      for (const [name, found] of kinds) assert.equal(found.includes('announced-count'), name === '003', name);
    });
  });

  describe('the documents of dev', () => {
    before(needs(dev));
    it('speak up at most once in ten thousand characters', function () {
      this.timeout(20_000);
      const checked = checkAll(dev);
      const characters = checked.reduce((sum, { text }) => sum + text.length, 0);
      const findings = checked.reduce((sum, one) => sum + one.findings.length, 0);
      assert.ok(findings <= characters / 10_000, `${findings} in ${characters}`);
    });
  });
});
