import type { CorpusIndex } from '../index/corpusIndex.ts';
import { type DocumentKey, KinText } from './kinText.ts';
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
  /** Probes, or parts of them, that a document must have in common with the draft. */
  minVotes: 2,
};

/** Paragraphs whose votes are remembered. */
const MAX_REMEMBERED = 512;
/** More than a segment has documents. */
const DOCUMENT_NUMBERS = 2 ** 24;

/** How many rare stretches each document has in common with a paragraph, by the number of the document. */
type Votes = ReadonlyMap<number, number>;

/**
 * The documents of a corpus that resemble the draft: that have most of its rare stretches, each of which counts one vote, split among
 * those that have it. Earlier reports of the same place, speeches on the same occasion, papers of the same office.
 */
class KinDocuments {
  readonly #index: CorpusIndex;
  readonly #votes = new Map<string, Votes>();
  #finished = '';
  #documents = '';
  #text: KinText | undefined;

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  /** The kin of `draft`, by its paragraphs before the last one; `undefined` if it has none. Quick while no paragraph is added. */
  textFor(draft: string): KinText | undefined {
    const finished = draft.slice(0, draft.lastIndexOf('\n') + 1);
    if (finished === this.#finished) return this.#text;
    this.#finished = finished;
    const total = new Map<number, number>();
    for (const paragraph of lastParagraphs(finished)) {
      for (const [document, votes] of this.#votesOf(paragraph)) {
        total.set(document, (total.get(document) ?? 0) + votes);
      }
    }
    const chosen = mostVoted(total);
    if (chosen.join() === this.#documents) return this.#text;
    this.#documents = chosen.join();
    this.#text = chosen.length === 0 ? undefined : new KinText(this.#index, chosen.map(keyOf));
    return this.#text;
  }

  #votesOf(paragraph: string): Votes {
    const known = this.#votes.get(paragraph);
    if (known !== undefined) return known;
    const votes = new Map<number, number>();
    const { probe, maxPlaces } = kinOptions;
    for (let at = 0; at + probe <= paragraph.length; at += probe) {
      const match = this.#index.match(paragraph.slice(at, at + probe));
      if (match.size === 0 || match.size > maxPlaces) continue;
      const originals = this.#index.sample(match, maxPlaces).filter(place => !this.#index.isInVariant(place));
      const documents = new Set(
        originals.map(
          ({ segment, position }) => segment * DOCUMENT_NUMBERS + this.#index.segments[segment]!.documentAt(position),
        ),
      );
      for (const document of documents) votes.set(document, (votes.get(document) ?? 0) + 1 / documents.size);
    }
    if (this.#votes.size >= MAX_REMEMBERED) this.#votes.clear();
    this.#votes.set(paragraph, votes);
    return votes;
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

function mostVoted(votes: Votes): number[] {
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
