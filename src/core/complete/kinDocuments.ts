import type { CorpusIndex } from '../index/corpusIndex.ts';
import { documentKey, placeOfKey } from '../index/documentPlace.ts';
import { KinDocument, type KinTable, KinText } from './kinText.ts';
import { perIndex } from './perIndex.ts';

/** Parameters, set by hand. TRIED.md says what other values were worth. */
export const kinOptions = {
  /** Number of documents taken as kin. */
  documents: 8,
  /** Number of units of finished paragraphs before the caret that are compared with the corpus. */
  reach: 3000,
  /** Length of a probe, and the distance between probes, in units. */
  probe: 8,
  /** A probe with more places tells nothing about resemblance. */
  maxPlaces: 32,
  /** Number of probes in one step: a keystroke must not wait for a long new draft. */
  probesPerStep: 16,
  /** Number of documents read in one step. */
  readsPerStep: 1,
  /** Number of probes, or parts of them, that a document must share with the draft. */
  minVotes: 2,
};

/** Number of paragraphs whose votes are remembered. */
const MAX_REMEMBERED = 512;
/** Number of documents kept in memory. */
const MAX_DOCUMENTS = 32;

/** How many probes each document shares with a paragraph, by the number of the document. */
interface Votes {
  readonly paragraph: string;
  readonly byDocument: Map<number, number>;
  /** Number of units of the paragraph already probed. */
  probed: number;
}

/**
 * Finds the documents of a corpus that resemble the draft most: earlier reports of the same place, speeches on the same
 * occasion, papers of the same office. Each rare stretch of the draft is one vote, split among the documents that have
 * it; those with most votes are its kin. They are looked for in short steps, so all of them are known only some while
 * after a draft is first seen.
 */
class KinDocuments {
  readonly #index: CorpusIndex;
  readonly #votes = new Map<string, Votes>();
  readonly #documents = new Map<number, KinDocument>();
  /** Tables of documents that were dropped, for reuse. */
  readonly #tables: KinTable[] = [];
  /** The votes of the draft's paragraphs, the latest first. */
  #current: readonly Votes[] = [];
  #finished = '';
  #isComplete = true;
  /** Whether `advance` was called since the last request. */
  #hasAdvanced = false;
  #shown = '';
  #text: KinText | undefined;

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  /** The kin of `draft`, judged by its paragraphs before the last one, as far as they are known yet; `undefined` if there are none. */
  textFor(draft: string): KinText | undefined {
    const end = draft.lastIndexOf('\n') + 1;
    const finished = draft.slice(Math.max(0, end - kinOptions.reach - 1), end);
    if (finished !== this.#finished) {
      this.#finished = finished;
      this.#current = lastParagraphs(finished)
        .reverse()
        .map(paragraph => this.#votesOf(paragraph));
      this.#isComplete = false;
      this.#show(this.#chosen());
    }
    if (!this.#hasAdvanced) this.advance();
    this.#hasAdvanced = false;
    return this.#text;
  }

  /** Does some more work for the last draft. Returns whether any is left. */
  advance(): boolean {
    this.#hasAdvanced = true;
    if (this.#isComplete) return false;
    const hasProbed = this.#probeSome();
    const chosen = this.#chosen();
    const unread = chosen.filter(document => !this.#documents.has(document));
    for (const document of unread.slice(0, kinOptions.readsPerStep)) this.#read(document, chosen);
    this.#isComplete = hasProbed && unread.length <= kinOptions.readsPerStep;
    this.#show(chosen);
    return !this.#isComplete;
  }

  /** Counts some more votes, those of the latest paragraphs first. Returns whether all are counted. */
  #probeSome(): boolean {
    let probes = kinOptions.probesPerStep;
    return this.#current.every(votes => {
      probes -= this.#probe(votes, probes);
      return votes.probed + kinOptions.probe > votes.paragraph.length;
    });
  }

  /** The documents with most votes, ascending. */
  #chosen(): number[] {
    const total = new Map<number, number>();
    for (const { byDocument } of this.#current) {
      for (const [document, count] of byDocument) total.set(document, (total.get(document) ?? 0) + count);
    }
    return mostVoted(total);
  }

  #votesOf(paragraph: string): Votes {
    const known = this.#votes.get(paragraph);
    if (known !== undefined) return known;
    if (this.#votes.size >= MAX_REMEMBERED) this.#votes.delete(this.#votes.keys().next().value!);
    const votes: Votes = { paragraph, byDocument: new Map(), probed: 0 };
    this.#votes.set(paragraph, votes);
    return votes;
  }

  /** Looks up at most `limit` more probes of a paragraph; returns how many. */
  #probe(votes: Votes, limit: number): number {
    const { paragraph } = votes;
    const { probe, maxPlaces } = kinOptions;
    let done = 0;
    for (; done < limit && votes.probed + probe <= paragraph.length; done++, votes.probed += probe) {
      const match = this.#index.matches.of(paragraph.slice(votes.probed, votes.probed + probe));
      if (match.size === 0 || match.size > maxPlaces) continue;
      const originals = this.#index.matches
        .sample(match, maxPlaces)
        .filter(place => !this.#index.documents.isInVariant(place));
      const documents = new Set(originals.map(place => documentKey(this.#index.documents.placeAt(place))));
      const share = 1 / documents.size;
      for (const each of documents) votes.byDocument.set(each, (votes.byDocument.get(each) ?? 0) + share);
    }
    return done;
  }

  #read(document: number, chosen: readonly number[]): void {
    if (this.#documents.size >= MAX_DOCUMENTS) {
      for (const [each, { table }] of this.#documents) {
        if (chosen.includes(each)) continue;
        this.#documents.delete(each);
        this.#tables.push(table);
      }
    }
    this.#documents.set(document, new KinDocument(this.#index, placeOfKey(document), this.#tables.pop()));
  }

  /** From now on, answers come from those of the `chosen` documents that have been read. */
  #show(chosen: readonly number[]): void {
    const documents = chosen.filter(document => this.#documents.has(document));
    if (documents.join() === this.#shown) return;
    this.#shown = documents.join();
    const texts = documents.map(each => this.#documents.get(each)!);
    this.#text = texts.length === 0 ? undefined : new KinText(texts);
  }
}

const kinOf = perIndex(index => new KinDocuments(index));

/**
 * The documents of `index` that resemble `draft`, judged by its finished paragraphs; `undefined` if there are none.
 * What was found is remembered. What is missing is looked for step by step: one step for each request, unless
 * `findMoreKin` has been called since the last one.
 */
export function kinText(index: CorpusIndex, draft: string): KinText | undefined {
  return kinOf(index).textFor(draft);
}

/** Does one more step for the draft of the last request, so that the next request need not. Returns whether any work is left. */
export function findMoreKin(index: CorpusIndex): boolean {
  return kinOf(index).advance();
}

/** The whole paragraphs among the last `reach` units. */
function lastParagraphs(finished: string): string[] {
  const paragraphs = finished.slice(-kinOptions.reach).split('\n');
  return finished.length > kinOptions.reach ? paragraphs.slice(1) : paragraphs;
}

function mostVoted(votes: ReadonlyMap<number, number>): number[] {
  return [...votes]
    .filter(([, count]) => count >= kinOptions.minVotes)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, kinOptions.documents)
    .map(([document]) => document)
    .sort((a, b) => a - b);
}
