import { createHash } from 'node:crypto';
import { ShingleIndex } from './shingles.ts';
import type { DraftKind, SourceDocument } from './sources.ts';

export interface DraftQuota {
  readonly train: number;
  readonly test: number;
}

/** A document taken out of the corpus to be typed. */
export interface Draft {
  readonly document: SourceDocument;
  readonly split: 'train' | 'test';
  readonly kind: DraftKind;
}

const QUOTAS: Readonly<Record<DraftKind, DraftQuota>> = {
  reports: { train: 40, test: 16 },
  speeches: { train: 24, test: 12 },
  party: { train: 16, test: 8 },
};
/** Share of a kind's documents that stay in the corpus, whatever the quota. */
const MIN_KEPT = 0.6;
const MIN_CHARACTERS = 1500;
const MAX_CHARACTERS = 15_000;

/** Drafts wanted of a kind of which there are `documents`: the quota, or as much of it as leaves enough of them. */
export function quotaFor(kind: DraftKind, documents: number): DraftQuota {
  const { train, test } = QUOTAS[kind];
  const spare = Math.floor(documents * (1 - MIN_KEPT));
  if (spare >= train + test) return { train, test };
  const fewer = Math.round((spare * train) / (train + test));
  return { train: fewer, test: spare - fewer };
}

/**
 * Drafts of every kind, in an order that depends on title and date alone, so that further documents move few of them.
 * No draft is a version of another one: what was learned from one split says nothing about the other.
 */
export function chooseDrafts(documents: readonly SourceDocument[]): Draft[] {
  const chosen: Draft[] = [];
  const shingles = new ShingleIndex();
  for (const kind of Object.keys(QUOTAS) as DraftKind[]) {
    const ofKind = documents.filter(document => document.kind === kind);
    const { train, test } = quotaFor(kind, ofKind.length);
    let taken = 0;
    for (const document of ofKind.filter(isOfDraftLength).sort(byHash)) {
      if (taken === train + test) break;
      if (shingles.conflict(document.text) !== undefined) continue;
      shingles.add(document.text);
      chosen.push({ document, kind, split: taken < train ? 'train' : 'test' });
      taken++;
    }
  }
  return chosen;
}

/** The documents that may stand in a corpus beside `drafts`. */
export function withoutDrafts(documents: readonly SourceDocument[], drafts: readonly Draft[]): SourceDocument[] {
  const shingles = new ShingleIndex();
  for (const { document } of drafts) shingles.add(document.text);
  const taken = new Set(drafts.map(({ document }) => document.path));
  return documents.filter(({ path, text }) => !taken.has(path) && shingles.conflict(text) === undefined);
}

function isOfDraftLength({ text }: SourceDocument): boolean {
  return text.length >= MIN_CHARACTERS && text.length <= MAX_CHARACTERS;
}

function byHash(a: SourceDocument, b: SourceDocument): number {
  return orderOf(a) < orderOf(b) ? -1 : 1;
}

/** The name tells apart reports of one day that are all called 政府工作报告. */
function orderOf({ title, date, name }: SourceDocument): string {
  return sha256(`${title}\t${date}`) + sha256(name);
}

/** Hexadecimal. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
