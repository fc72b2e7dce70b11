import type { CorpusIndex } from '../index/corpusIndex.ts';
import { type DocumentKey, KinDocument, KinText } from './kinText.ts';
import { perIndex } from './perIndex.ts';

/** Numbers set by hand; what others were worth is in DESIGN.md. */
export const kinOptions = {
  /** Documents that are taken for kin. */
  documents: 16,
  /** Units of finished paragraphs before the caret that are compared with the corpus. */
  reach: 3000,
  /** Every so many units, as many are looked up. */
  probe: 8,
  /** What stands in more places says nothing about who resembles whom. */
  maxPlaces: 32,
  /** Most probes of one request: a keystroke must not wait for a long draft that is new. */
  probesPerRequest: 16,
  /** Most documents that are read for one request. */
  readsPerRequest: 1,
  /** Probes, or parts of them, that a document must have in common with the draft. */
  minVotes: 2,
};

/** Paragraphs whose votes are remembered. */
const MAX_REMEMBERED = 512;
/** Documents that are kept in memory. */
const MAX_DOCUMENTS = 32;
/** More than a segment has documents. */
const DOCUMENT_NUMBERS = 2 ** 24;

/** How many rare stretches each document has in common with a paragraph, by the number of the document. */
interface Votes {
  readonly byDocument: Map<number, number>;
  /** Units of the paragraph that have been looked up. */
  probed: number;
}

/**
 * The documents of a corpus that resemble the draft: that have most of its rare stretches, each of which counts one vote, split among
 * those that have it. Earlier reports of the same place, speeches on the same occasion, papers of the same office. A request does a
 * bounded part of the work, so they are all known some keystrokes after a draft is first seen.
 */
class KinDocuments {
  readonly #index: CorpusIndex;
  readonly #votes = new Map<string, Votes>();
  readonly #documents = new Map<number, KinDocument>();
  #finished = '';
  #isComplete = false;
  #shown = '';
  #text: KinText | undefined;

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  /** The kin of `draft`, by its paragraphs before the last one, as far as they are known yet; `undefined` if it has none. */
  textFor(draft: string): KinText | undefined {
    const finished = draft.slice(0, draft.lastIndexOf('\n') + 1);
    if (finished === this.#finished && this.#isComplete) return this.#text;
    this.#finished = finished;
    const chosen = this.#choose(lastParagraphs(finished));
    const read = chosen.filter(document => this.#documents.has(document));
    const unread = chosen.filter(document => !this.#documents.has(document));
    for (const document of unread.slice(0, kinOptions.readsPerRequest)) {
      this.#read(document, chosen);
      read.push(document);
    }
    if (read.length < chosen.length) this.#isComplete = false;
    return this.#show(read.sort((a, b) => a - b));
  }

  /** Those with most votes, after some more have been counted, of the newest paragraphs first. */
  #choose(paragraphs: readonly string[]): number[] {
    let probes = kinOptions.probesPerRequest;
    const total = new Map<number, number>();
    this.#isComplete = true;
    for (const paragraph of paragraphs.toReversed()) {
      const votes = this.#votesOf(paragraph);
      probes -= this.#probe(paragraph, votes, probes);
      if (votes.probed + kinOptions.probe <= paragraph.length) this.#isComplete = false;
      for (const [document, count] of votes.byDocument) total.set(document, (total.get(document) ?? 0) + count);
    }
    return mostVoted(total);
  }

  #votesOf(paragraph: string): Votes {
    const known = this.#votes.get(paragraph);
    if (known !== undefined) return known;
    if (this.#votes.size >= MAX_REMEMBERED) this.#votes.clear();
    const votes: Votes = { byDocument: new Map(), probed: 0 };
    this.#votes.set(paragraph, votes);
    return votes;
  }

  /** Looks up at most `limit` more stretches of `paragraph`; returns how many. */
  #probe(paragraph: string, votes: Votes, limit: number): number {
    const { probe, maxPlaces } = kinOptions;
    let done = 0;
    for (; done < limit && votes.probed + probe <= paragraph.length; done++, votes.probed += probe) {
      const match = this.#index.match(paragraph.slice(votes.probed, votes.probed + probe));
      if (match.size === 0 || match.size > maxPlaces) continue;
      const originals = this.#index.sample(match, maxPlaces).filter(place => !this.#index.isInVariant(place));
      const documents = new Set(
        originals.map(
          ({ segment, position }) => segment * DOCUMENT_NUMBERS + this.#index.segments[segment]!.documentAt(position),
        ),
      );
      const share = 1 / documents.size;
      for (const each of documents) votes.byDocument.set(each, (votes.byDocument.get(each) ?? 0) + share);
    }
    return done;
  }

  #read(document: number, chosen: readonly number[]): void {
    if (this.#documents.size >= MAX_DOCUMENTS) {
      for (const each of this.#documents.keys()) if (!chosen.includes(each)) this.#documents.delete(each);
    }
    this.#documents.set(document, new KinDocument(this.#index, keyOf(document)));
  }

  #show(documents: readonly number[]): KinText | undefined {
    if (documents.join() === this.#shown) return this.#text;
    this.#shown = documents.join();
    const texts = documents.map(each => this.#documents.get(each)!);
    this.#text = texts.length === 0 ? undefined : new KinText(texts);
    return this.#text;
  }
}

const kinOf = perIndex(index => new KinDocuments(index));

/** The documents of `index` that resemble `draft`, by its finished paragraphs; `undefined` if none does. What was found is remembered. */
export function kinText(index: CorpusIndex, draft: string): KinText | undefined {
  return kinOf(index).textFor(draft);
}

/** Whole paragraphs among the last `reach` units. */
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

function keyOf(document: number): DocumentKey {
  return { segment: Math.floor(document / DOCUMENT_NUMBERS), document: document % DOCUMENT_NUMBERS };
}
