import { kindOfTitle } from '../document/kind.ts';
import { yearOf } from '../document/speechMetadata.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { type DocumentPlace, documentKey } from '../index/documentPlace.ts';
import type { Section, SectionFunction } from '../structure/section.ts';

/** The facets by which a concordance can be filtered. */
export const FACETS = ['year', 'speaker', 'occasion', 'level', 'kind', 'function'] as const;
export type Facet = (typeof FACETS)[number];

/** Facet value of documents for which it is unknown. */
export const UNKNOWN = '';

/** The facets of a whole document; unknown values are `UNKNOWN`. */
export interface DocumentFacts {
  readonly id: string;
  readonly title: string;
  readonly date: string;
  readonly facets: Readonly<Record<Exclude<Facet, 'function'>, string>>;
  /** Units of clean text. */
  readonly characters: number;
}

interface KnownDocument {
  readonly facts: DocumentFacts;
  /** Offsets at which the function of the text changes, ascending, and the function from each on. */
  readonly starts: Int32Array;
  readonly functions: readonly (SectionFunction | undefined)[];
}

/** The facts about documents that concordances use, cached: each record is read once. */
export class FactTable {
  readonly #index: CorpusIndex;
  readonly #known = new Map<number, KnownDocument>();

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  has(place: DocumentPlace): boolean {
    return this.#known.has(documentKey(place));
  }

  of(place: DocumentPlace): DocumentFacts {
    return this.#read(place).facts;
  }

  /** The function of the text at `offset` of the document. */
  functionAt(place: DocumentPlace, offset: number): SectionFunction | undefined {
    const { starts, functions } = this.#read(place);
    let at = -1;
    for (let low = 0, high = starts.length - 1; low <= high; ) {
      const middle = (low + high) >>> 1;
      if (starts[middle]! <= offset) {
        at = middle;
        low = middle + 1;
      } else high = middle - 1;
    }
    return functions[at];
  }

  #read(place: DocumentPlace): KnownDocument {
    const key = documentKey(place);
    let known = this.#known.get(key);
    if (known === undefined) {
      const { id, title, metadata, characters, sections } = this.#index.segments[place.segment]!.document(
        place.document,
      );
      const { date = '', speaker = UNKNOWN, occasion = UNKNOWN, level = UNKNOWN } = metadata;
      const kind = kindOfTitle(title) ?? UNKNOWN;
      const facets = { year: yearOf(date), speaker, occasion, level, kind };
      known = { facts: { id, title, date, facets, characters }, ...changes(sections) };
      this.#known.set(key, known);
    }
    return known;
  }
}

/** The functions of nested sections as changes along the text. */
function changes(sections: readonly Section[]): { starts: Int32Array; functions: (SectionFunction | undefined)[] } {
  const starts: number[] = [];
  const functions: (SectionFunction | undefined)[] = [];
  const note = (start: number, value: SectionFunction | undefined): void => {
    if (starts.at(-1) === start) functions[functions.length - 1] = value;
    else if (functions.at(-1) !== value) {
      starts.push(start);
      functions.push(value);
    }
  };
  const walk = (children: readonly Section[], outer: SectionFunction | undefined): void => {
    for (const section of children) {
      const own = section.function ?? outer;
      note(section.start, own);
      walk(section.children, own);
      note(section.end, outer);
    }
  };
  walk(sections, undefined);
  return { starts: Int32Array.from(starts), functions };
}
