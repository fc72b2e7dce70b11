import type { DocumentPlace } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';
import { unitsOf } from '../index/units.ts';
import { traitsOf } from './documentTraits.ts';
import { perIndex } from './perIndex.ts';
import { PairCounts } from './profile.ts';
import { ProfileSpace } from './profileSpace.ts';

/** Pairs a draft must have before it is like anything. */
const LEAST_PAIRS = 60;
/** Documents among which what is common can be told from what is not. */
const LEAST_DOCUMENTS = 32;

/** How like the draft each document of the corpus is: cosines of profiles, in standard deviations above the mean. */
export class Likeness {
  readonly #index: CorpusIndex;
  readonly #scores: readonly Float32Array[];

  /** @param scores of the documents of each segment, as far as they are known */
  constructor(index: CorpusIndex, scores: readonly Float32Array[]) {
    this.#index = index;
    this.#scores = scores;
  }

  /** Of the document at an occurrence; 0 where it is not known. */
  of({ segment, position }: Occurrence): number {
    return this.#scores[segment]![this.#index.segments[segment]!.documentAt(position)] ?? 0;
  }

  /** At most `limit` documents that are like the draft to `least` at least, the likest first. */
  likest(limit: number, least: number): DocumentPlace[] {
    const found: Array<DocumentPlace & { readonly score: number }> = [];
    this.#scores.forEach((scores, segment) => {
      for (let document = 0; document < scores.length; document++) {
        const score = scores[document]!;
        if (score >= least) found.push({ segment, document, score });
      }
    });
    return found.sort((a, b) => b.score - a.score).slice(0, limit);
  }
}

/** The likeness of one draft, by what is finished of it. Worked out between requests, where there is time: it takes half a millisecond. */
class DraftLikeness {
  readonly #index: CorpusIndex;
  #space = new ProfileSpace([]);
  #finished = '';
  #counts = new PairCounts();
  /** Units of `#finished` that are counted. */
  #counted = 0;
  #isCurrent = true;
  #likeness: Likeness | undefined;

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  /** As it was last worked out for this draft. */
  get current(): Likeness | undefined {
    return this.#likeness;
  }

  /** @param finished the paragraphs before the caret's; what is known stays good while they are those before and some more */
  follow(finished: string): void {
    if (finished === this.#finished) return;
    if (!finished.startsWith(this.#finished)) {
      this.#likeness = undefined;
      this.#counts = new PairCounts();
      this.#counted = 0;
    }
    this.#finished = finished;
    this.#isCurrent = false;
  }

  /** Works it out, if that has not been done since the draft grew. */
  advance(): void {
    if (this.#isCurrent) return;
    this.#isCurrent = true;
    this.#counts.add(unitsOf(this.#finished.slice(this.#counted)));
    this.#counted = this.#finished.length;
    const traits = traitsOf(this.#index);
    if (this.#space.documents < traits.known) this.#space = new ProfileSpace(traits.profiles);
    const isEnough = this.#counts.pairs >= LEAST_PAIRS && this.#space.documents >= LEAST_DOCUMENTS;
    this.#likeness = isEnough ? new Likeness(this.#index, this.#space.scores(this.#counts.profile())) : undefined;
  }
}

export const draftLikeness = perIndex(index => new DraftLikeness(index));
