import { clean } from '../../../src/core/document/clean.ts';
import { isMarkdown } from '../../../src/core/document/importDocument.ts';
import { generator } from '../../unit/support/random.ts';
import { type CleanDocument, readDocument } from './documents.ts';
import type { Asker } from './serveClient.ts';

export interface ProvenanceReport {
  readonly stretches: number;
  /** Stretches whose documents or occurrences are not those a scan finds. */
  readonly miscounted: number;
  readonly hits: number;
  /** Hits where the scan finds nothing, and those left out of a list that had room for them. */
  readonly misplaced: number;
  /** Hits whose raw range, cleaned again, gives the stretch, and those that give it but for quotes, asterisks and blanks. */
  readonly givenBack: number;
  readonly nearlyGivenBack: number;
  /** The first few that went wrong, for whoever mends them. */
  readonly failures: readonly string[];
}

interface LookupReply {
  readonly documents: number;
  readonly occurrences: number;
  readonly hits: ReadonlyArray<{ path: string; start: number; rawStart: number; rawEnd: number }>;
}

/** Hits of one stretch that are looked at: 发展 alone has hundreds of thousands. */
const MAX_HITS = 100;
const MAX_FAILURES = 10;
const SEED = 2000;

/** Whether `lookup` finds what a scan finds, and whether the way to the raw file and back leads home. */
export async function measureProvenance(
  client: Asker,
  corpus: readonly CleanDocument[],
  count: number,
  cMapDirectory: string,
): Promise<ProvenanceReport> {
  const scan = scanner(corpus);
  const readRaw = rawReader(cMapDirectory);
  const failures: string[] = [];
  const tally = { miscounted: 0, hits: 0, misplaced: 0, givenBack: 0, nearlyGivenBack: 0 };
  for (const phrase of stretches(corpus, count)) {
    const expected = scan(phrase);
    const reply = await client.request<LookupReply>('lookup', { phrase, limit: MAX_HITS });
    const occurrences = [...expected.values()].reduce((total, starts) => total + starts.size, 0);
    if (reply.documents !== expected.size || reply.occurrences !== occurrences) {
      tally.miscounted++;
      failures.push(`${phrase}: ${reply.documents}/${reply.occurrences}, a scan finds ${expected.size}/${occurrences}`);
    }
    tally.misplaced += Math.min(occurrences, MAX_HITS) - reply.hits.length;
    for (const { path, start, rawStart, rawEnd } of reply.hits) {
      tally.hits++;
      if (expected.get(path)?.has(start) !== true) {
        tally.misplaced++;
        failures.push(`${phrase}: not at ${path}:${start}`);
        continue;
      }
      const again = clean((await readRaw(path)).slice(rawStart, rawEnd), { markdown: isMarkdown(path) }).text;
      if (again === phrase) tally.givenBack++;
      else if (bare(again) === bare(phrase)) tally.nearlyGivenBack++;
      else failures.push(`${phrase}: ${path}:${rawStart}–${rawEnd} gives ${JSON.stringify(again)}`);
    }
  }
  return { stretches: count, ...tally, failures: failures.slice(0, MAX_FAILURES) };
}

export function provenanceLines(report: ProvenanceReport): string[] {
  const { stretches, miscounted, hits, misplaced, givenBack, nearlyGivenBack } = report;
  const lost = hits - misplaced - givenBack - nearlyGivenBack;
  return [
    `${stretches} stretches: ${miscounted} with other documents or occurrences than a scan finds`,
    `${hits} hits: ${misplaced} misplaced or missing; from the raw file ${givenBack} come back exactly, ` +
      `${nearlyGivenBack} but for quotes, asterisks and blanks, ${lost} not`,
    ...report.failures.map(failure => `- ${failure}`),
  ];
}

/** Random stretches of 2 to 20 units, each within a paragraph. */
export function stretches(corpus: readonly CleanDocument[], count: number): string[] {
  const random = generator(SEED);
  const found: string[] = [];
  while (found.length < count) {
    const { text } = corpus[Math.floor(random() * corpus.length)]!;
    const start = Math.floor(random() * text.length);
    const length = 2 + Math.floor(random() * 19);
    const phrase = text.slice(start, start + length);
    if (phrase.length === length && !phrase.includes('\n')) found.push(phrase);
  }
  return found;
}

/** Path → places of a phrase, by `indexOf` over everything. */
function scanner(corpus: readonly CleanDocument[]): (phrase: string) => Map<string, Set<number>> {
  const all = corpus.map(({ text }) => text).join('\u0001');
  const starts: number[] = [];
  corpus.reduce((start, { text }) => {
    starts.push(start);
    return start + text.length + 1;
  }, 0);
  return phrase => {
    const found = new Map<string, Set<number>>();
    let document = 0;
    for (let at = all.indexOf(phrase); at >= 0; at = all.indexOf(phrase, at + 1)) {
      while ((starts[document + 1] ?? Infinity) <= at) document++;
      const { path } = corpus[document]!;
      const places = found.get(path) ?? new Set();
      found.set(path, places.add(at - starts[document]!));
    }
    return found;
  };
}

function rawReader(cMapDirectory: string): (path: string) => Promise<string> {
  const raws = new Map<string, string>();
  return async path => {
    let raw = raws.get(path);
    if (raw === undefined) {
      raw = (await readDocument(path, cMapDirectory))?.raw.text ?? '';
      raws.set(path, raw);
    }
    return raw;
  };
}

/** What a cut may change: a lone quote or half a pair of `**` has no partner to be told by, blanks at an edge are trimmed. */
function bare(text: string): string {
  return text.replaceAll(/[\s"'“”‘’*]/gu, '');
}
