import assert from 'node:assert/strict';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { repositoryRoot } from '../host/paths.ts';
import { contentsOf } from './contents.ts';
import { hasNative, makePackage, platform } from './package.ts';

/** In bytes. */
const largestPackage = 12e6;
const largestExtensionBundle = 300e3;
/** What a release holds, a name a line; `UPDATE_CONTENTS=1 npm test -- package` writes it anew, to be read in the diff. */
const snapshot = path.join(import.meta.dirname, 'contents.txt');

describe('the package', function () {
  this.timeout(120_000);
  let universal: string;

  before(async () => {
    universal = await makePackage();
  });

  it('holds what a release is to hold, and nothing else', () => {
    const names = contentsOf(universal).map(({ name }) => name);
    if (process.env['UPDATE_CONTENTS'] !== undefined) writeFileSync(snapshot, `${names.join('\n')}\n`);
    assert.deepEqual(names, readFileSync(snapshot, 'utf8').trimEnd().split('\n'));
  });

  it('for one platform holds the compiled segmenter besides', async function () {
    if (!hasNative()) this.skip();
    const native = await makePackage(platform);
    const names = contentsOf(universal).map(({ name }) => name);
    const added = contentsOf(native).filter(({ name }) => !names.includes(name));
    assert.deepEqual(
      added.map(({ name }) => name),
      ['extension/dist/native/nodejieba.node'],
    );
    assert.ok(statSync(native).size <= largestPackage);
    const [expected] = contentsOf(native).filter(({ name }) => name === 'extension.vsixmanifest');
    assert.match(expected!.text(), new RegExp(`TargetPlatform="${platform}"`));
  });

  it('keeps to its size', () => {
    assert.ok(statSync(universal).size <= largestPackage);
    const bundle = statSync(path.join(repositoryRoot, 'dist/extension.cjs')).size;
    assert.ok(bundle <= largestExtensionBundle, `dist/extension.cjs: ${bundle}`);
  });

  it('names the works of others with their licences', () => {
    const notices = contentsOf(universal)
      .find(({ name }) => name.endsWith('THIRD-PARTY-NOTICES.txt'))!
      .text();
    for (const name of ['cppjieba', 'fuse.js', 'opencc-js', 'pdfjs-dist', 'pinyin-pro'])
      assert.ok(notices.includes(`\n${name}`), name);
    assert.match(notices, /Permission is hereby granted/);
    assert.match(notices, /Apache License/);
  });

  it('fetches no picture for its README', () => {
    const readme = contentsOf(universal)
      .find(({ name }) => name.endsWith('readme.md'))!
      .text();
    assert.deepEqual(readme.match(/!\[[^\]]*\]\(https?:[^)]*\)|<img[^>]*https?:[^>]*>/g) ?? [], []);
  });
});
