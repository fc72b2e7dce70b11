/**
 * `node test/bench/quality/split.ts --out DIR [--variant NAME=FOLDER …] FOLDER …`: a hold-out for `npm run bench:quality`.
 * Below DIR: `drafts/{train,test}/KIND/*.txt` (clean text), `corpus` (links to the rest of the documents of all FOLDERs)
 * and a corpus NAME of a single FOLDER for every variant; no corpus has a document that is close to a draft. The same
 * documents give the same hold-out.
 */
import { copyFileSync, linkSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chooseDrafts, type Draft, quotaFor, sha256, withoutDrafts } from './holdOut.ts';
import { readSources, type SourceDocument } from './sources.ts';

const { values, positionals: folders } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, variant: { type: 'string', multiple: true, default: [] } },
});
const { out } = values;
if (out === undefined || folders.length === 0) throw new Error('split: --out DIR FOLDER …');

const documents = (await Promise.all(folders.map(readSources))).flat();
const drafts = chooseDrafts(documents);
const notes = [...draftNotes(documents, drafts), ...writeCorpus('corpus', documents)];
for (const variant of values.variant) {
  const [name = '', folder = ''] = variant.split('=');
  notes.push(...writeCorpus(name, await readSources(folder)));
}
writeDrafts(drafts);
writeFileSync(join(out, 'README'), `${notes.join('\n')}\n`);
console.log(notes.join('\n'));

function writeDrafts(chosen: readonly Draft[]): void {
  rmSync(join(out!, 'drafts'), { recursive: true, force: true });
  for (const { document, split, kind } of chosen) {
    const name = `${document.date}_${document.title}`.replaceAll(/[\s/\\:]/gu, '').slice(0, 60);
    write(join(out!, 'drafts', split, kind, `${name}_${sha256(document.name).slice(0, 6)}.txt`), document.text);
  }
}

/** @returns what there is to say about it */
function writeCorpus(name: string, all: readonly SourceDocument[]): string[] {
  const kept = withoutDrafts(all, drafts);
  rmSync(join(out!, name), { recursive: true, force: true });
  for (const document of kept) link(document.path, join(out!, name, document.name));
  const removed =
    all.length - kept.length - drafts.filter(draft => all.some(of => of.path === draft.document.path)).length;
  const characters = kept.reduce((sum, { text }) => sum + text.length, 0);
  return [`${name}: ${kept.length} documents, ${characters} characters; ${removed} removed for being close to a draft`];
}

function draftNotes(all: readonly SourceDocument[], chosen: readonly Draft[]): string[] {
  return (['reports', 'speeches', 'party'] as const).map(kind => {
    const total = all.filter(document => document.kind === kind).length;
    const wanted = quotaFor(kind, total);
    const count = (split: Draft['split']): number => chosen.filter(d => d.kind === kind && d.split === split).length;
    return `drafts/{train,test}/${kind}: ${count('train')} + ${count('test')} of ${total} (wanted ${wanted.train} + ${wanted.test})`;
  });
}

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A hard link; a copy where the two lie on different file systems. */
function link(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
