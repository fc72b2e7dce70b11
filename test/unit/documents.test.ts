// What is written about the code names files that are there.

import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../host/paths.ts';

const documents = globSync(['CONTRIBUTING.md', '{src,snippets,test}/**/*.md'], {
  cwd: repositoryRoot,
  exclude: ['test/fixtures/**'],
});
/** Where a path may begin: beside the document, or at one of these. */
const roots = ['', 'src', 'src/core', 'src/features', 'src/vscode', 'test'];
/** `segment.ts`, `node/checkedFile.ts`; no patterns, no files that users have. */
const fileName = /`((?:[\w.-]+\/)*[\w.-]+\.(?:ts|mts|mjs|cjs|java))`/g;

describe('CONTRIBUTING.md and the notes beside the code', () => {
  const sources = globSync('**/*.{ts,mts,mjs,cjs,java}', {
    cwd: repositoryRoot,
    exclude: ['node_modules/**', 'dist/**', '.vscode-test/**'],
  });
  const baseNames = new Set(sources.map(file => path.basename(file)));

  for (const document of documents) {
    it(`${document} names files that are there`, () => {
      const text = readFileSync(path.join(repositoryRoot, document), 'utf8');
      const named = [...text.matchAll(fileName)].map(([, name]) => name!);
      const starts = [path.dirname(document), ...roots];
      const isThere = (name: string): boolean =>
        name.includes('/')
          ? starts.some(start => existsSync(path.join(repositoryRoot, start, name)))
          : baseNames.has(name);
      assert.deepEqual(
        named.filter(name => !isThere(name)),
        [],
      );
    });
  }

  it('are found at all', () => assert.ok(documents.length > 15, documents.join()));
});
