import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../host/paths.ts';
import { readmeWithTables } from '../tools/readmeTables.ts';

describe('README.md', () => {
  const { present, wanted } = readmeWithTables();

  it('lists every setting, command and key as package.json has them', () => {
    assert.equal(present, wanted, 'run `npm run readme`');
  });

  it('shows pictures that are there', () => {
    const pictures = [...present.matchAll(/!\[[^\]]*\]\(([^)]+)\)|<img[^>]*src="([^"]+)"/g)].map(([, a, b]) => a ?? b!);
    assert.ok(pictures.length >= 5);
    assert.deepEqual(
      pictures.filter(picture => !existsSync(path.join(repositoryRoot, picture))),
      [],
    );
  });

  it('points to files that are there', () => {
    const links = [...present.matchAll(/(?<!!)\[[^\]]*\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => link!);
    assert.deepEqual(
      links.filter(link => !existsSync(path.join(repositoryRoot, link))),
      [],
    );
  });
});
