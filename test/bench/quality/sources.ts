import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join, relative } from 'node:path';
import { readAny } from '../../../src/indexer/importFile.ts';
import { listCorpusFiles } from '../../../src/node/corpusFiles.ts';

/** The kinds of document that are measured apart. */
export type DraftKind = 'reports' | 'speeches' | 'party';

/** A document that may go into a corpus or become a draft. */
export interface SourceDocument {
  readonly path: string;
  /** Path below its folder, with that folder's name in front. */
  readonly name: string;
  readonly title: string;
  readonly date: string;
  /** `undefined`: for the corpus only. */
  readonly kind: DraftKind | undefined;
  /** Clean text, as our own importer gives it. */
  readonly text: string;
}

const TEXT_SUFFIXES = new Set(['.txt', '.md']);
const MANIFEST = 'MANIFEST.tsv';

/**
 * The text documents below `folder`, by path. Its `MANIFEST.tsv`, if it has one, says what they are; those it calls
 * converted are other documents once more and are left out.
 */
export async function readSources(folder: string): Promise<SourceDocument[]> {
  const rows = readManifest(join(folder, MANIFEST));
  const documents: SourceDocument[] = [];
  for (const { path } of (await listCorpusFiles([folder])).files) {
    const local = relative(folder, path);
    const row = rows.get(local);
    if (!TEXT_SUFFIXES.has(extname(path)) || row?.['origin']?.startsWith('converted') === true) continue;
    const { clean } = await readAny(readFileSync(path), path);
    documents.push({
      path,
      name: join(basename(folder), local),
      title: row?.['title'] ?? basename(path, extname(path)),
      date: row?.['date'] ?? '',
      kind: draftKind(row?.['kind'] ?? ''),
      text: clean.text,
    });
  }
  return documents;
}

/** Rows of a table with a head line, by their `path` column. */
export function readManifest(path: string): Map<string, Readonly<Record<string, string>>> {
  if (!existsSync(path)) return new Map();
  const [head = '', ...lines] = readFileSync(path, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return new Map(
    lines.map(line => {
      const cells = line.split('\t');
      return [cells[names.indexOf('path')]!, Object.fromEntries(names.map((name, i) => [name, cells[i] ?? '']))];
    }),
  );
}

function draftKind(kind: string): DraftKind | undefined {
  if (kind.startsWith('gwr-')) return 'reports';
  if (kind === 'speech') return 'speeches';
  return ['cpc-congress', 'cpc-normative', 'cpc-rules'].includes(kind) ? 'party' : undefined;
}
