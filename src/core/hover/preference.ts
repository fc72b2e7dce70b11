import { evenly } from '../collections/evenly.ts';
import { findOccasion } from '../document/metadata/occasion.ts';
import { statedFields } from '../document/metadata.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { Occurrence } from '../index/occurrence.ts';

/** Whose speeches a drafter would rather quote. */
interface Preference {
  readonly speaker: string | undefined;
  readonly occasion: string | undefined;
}

/** Sources looked at, of those that are ranked best without regard to the draft. */
const RERANKED = 200;
/** Documents asked who speaks most in the corpus, and the share of them that makes it the user's own office. */
const SAMPLED = 150;
const OWN_SHARE = 0.2;
const TITLE_LENGTH = 80;

/** Puts sources of the draft's own speaker and of the same kind of meeting before others that are as good. */
export class SourcePreference {
  readonly #index: CorpusIndex;
  readonly #heads = new Map<string, Preference>();
  #mainSpeaker: { readonly speaker: string | undefined } | undefined;

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  /** @param places best first, each speech's first occurrence before any second one */
  sorted(places: readonly Occurrence[], draft: string): readonly Occurrence[] {
    const wanted = this.#wantedBy(draft);
    if (wanted.speaker === undefined && wanted.occasion === undefined) return places;
    const seen = new Set<number>();
    const ranked = places.slice(0, RERANKED).map((place, rank) => {
      const speech = this.#index.documents.speechKey(place);
      const isSecond = seen.has(speech);
      seen.add(speech);
      const head = this.#headOf(place);
      const isOwn = wanted.speaker !== undefined && head.speaker === wanted.speaker;
      const isSame = wanted.occasion !== undefined && head.occasion === wanted.occasion;
      return { place, rank, group: (isSecond ? 4 : 0) - (isOwn ? 2 : 0) - (isSame ? 1 : 0) };
    });
    ranked.sort((a, b) => a.group - b.group || a.rank - b.rank);
    return [...ranked.map(({ place }) => place), ...places.slice(RERANKED)];
  }

  #wantedBy(draft: string): Preference {
    const { speaker, occasion } = statedFields(draft);
    const [title = ''] = draft
      .slice(0, 1000)
      .split('\n')
      .filter(line => line.trim() !== '' && line.length < TITLE_LENGTH);
    const named = findOccasion({ value: title, confidence: 'medium', evidence: title })?.value;
    return { speaker: speaker ?? this.#corpusSpeaker(), occasion: occasion ?? named };
  }

  /** Who speaks in a good part of the corpus: a collection of one office has one. */
  #corpusSpeaker(): string | undefined {
    if (this.#mainSpeaker === undefined) {
      const counts = new Map<string, number>();
      const sample = evenly(this.#index.documents.places(), SAMPLED);
      for (const { segment, document } of sample) {
        const position = this.#index.segments[segment]!.documentStarts[document]!;
        const { speaker } = this.#headOf({ segment, position });
        if (speaker !== undefined) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
      }
      const [most] = [...counts].sort((a, b) => b[1] - a[1]);
      this.#mainSpeaker = { speaker: most !== undefined && most[1] >= sample.length * OWN_SHARE ? most[0] : undefined };
    }
    return this.#mainSpeaker.speaker;
  }

  #headOf({ segment, position }: Occurrence): Preference {
    const source = this.#index.segments[segment]!;
    const document = source.documentAt(position);
    const key = `${segment} ${document}`;
    let head = this.#heads.get(key);
    if (head === undefined) {
      const { speaker, occasion } = source.documentHead(document).metadata;
      head = { speaker, occasion };
      this.#heads.set(key, head);
    }
    return head;
  }
}
