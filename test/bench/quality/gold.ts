import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Span } from '../../../src/core/text/span.ts';
import { readDocument } from './documents.ts';

/** A series labelled by hand. */
export interface GoldSeries {
  readonly family: string;
  /** Members as text, of which the first twelve characters count. */
  readonly members: readonly string[];
  /** What a careful second reader might leave out. */
  readonly debatable: boolean;
}

export interface GoldDocument {
  readonly text: string;
  readonly series: readonly GoldSeries[];
}

/** As it stands in a file: `path` from the file's own folder, members as text or as ranges of the clean text. */
interface GoldFile {
  readonly path: string;
  readonly series: ReadonlyArray<{
    readonly family: string;
    readonly members: ReadonlyArray<string | Span>;
    readonly debatable?: boolean;
  }>;
}

/** The labelled documents of a folder: one JSON file each. */
export async function readGold(folder: string, cMapDirectory: string): Promise<GoldDocument[]> {
  const documents: GoldDocument[] = [];
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith('.json')) continue;
    const path = join(folder, name);
    const { path: source, series } = JSON.parse(readFileSync(path, 'utf8')) as GoldFile;
    const read = await readDocument(resolve(dirname(path), source), cMapDirectory);
    if (read === undefined) throw new Error(`${path}: ${source} cannot be read`);
    const { text } = read.clean;
    documents.push({
      text,
      series: series.map(({ family, members, debatable = false }) => ({
        family,
        debatable,
        members: members.map(member => (typeof member === 'string' ? member : text.slice(member.start, member.end))),
      })),
    });
  }
  return documents;
}

const CONNECTIVES = '以及 并且 而且 同时 甚至 但 和 与 及 也 又 还 更 并'.split(' ');
const MEMBER_LENGTH = 12;

/** The same for two series that count as one: family, and members but for leading connectives and closing marks. */
export function seriesKey(family: string, members: readonly string[]): string {
  return [family, ...members.map(memberKey)].join('|');
}

function memberKey(member: string): string {
  const bare = trimmed(member);
  const connective = CONNECTIVES.find(word => bare.startsWith(word) && bare.length > word.length + 1);
  return trimmed(bare.slice(connective?.length ?? 0).slice(0, MEMBER_LENGTH));
}

function trimmed(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[^\p{L}\p{N}]+$/u, '');
}
