import { compareText } from '../collections/compareText.ts';
import { evenly } from '../collections/evenly.ts';
import { clean } from '../document/clean.ts';
import { readMetadata } from '../document/metadata.ts';
import type { Provenance } from '../document/provenance.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { type DocumentPlace, documentKey } from '../index/documentPlace.ts';
import type { Occurrence } from '../index/occurrence.ts';
import type { SectionFunction } from '../structure/section.ts';
import { type FiledSection, fileSections } from './filedSections.ts';
import { likenessOf, occasionLikeness } from './occasions.ts';
import { type PhraseChoice, rankPhrases, type SectionPhrase } from './sectionPhrases.ts';

export interface SectionModelsRequest {
  readonly function: SectionFunction;
  /** Occasion of the draft; sections of speeches on such occasions come first. */
  readonly occasion?: string;
  /** The draft, from which the occasion is taken if it is not given. */
  readonly draft?: string;
  /** Most results of each kind. */
  readonly limit?: number;
}

/** A section of a real speech. */
export interface SectionModel {
  /** Its heading, '' for text before the first heading. */
  readonly title: string;
  /** Its first sentence. */
  readonly opening: string;
  /** Titles of its subsections. */
  readonly points: readonly string[];
  readonly characters: number;
  /** Its span is the whole section. */
  readonly provenance: Provenance;
}

export interface SectionModelsResult {
  readonly openings: readonly SectionPhrase[];
  readonly cues: readonly SectionPhrase[];
  readonly sections: readonly SectionModel[];
}

/** Number of documents examined: decoding the records of a whole large corpus would take seconds. */
const MOST_DOCUMENTS = 500;
/** Number of further documents examined that were given on the requested occasion. */
const MOST_OF_OCCASION = 150;
const LEAST_CHARACTERS = 60;

/** The documents of the corpus that are not copies of others. */
interface Survey {
  readonly occasions: ReadonlyMap<string, readonly DocumentPlace[]>;
  /** A sample of documents, evenly spread over all of them. */
  readonly sample: readonly DocumentPlace[];
}

/** What the corpus shows about sections with a function: how they begin, what they say, how they are built. */
export class SectionModels {
  readonly #index: CorpusIndex;
  readonly #filed = new Map<number, readonly FiledSection[]>();
  #surveyed: Survey | undefined;

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  find({ function: name, draft, occasion = occasionOf(draft), limit = 10 }: SectionModelsRequest): SectionModelsResult {
    const sections = this.#sectionsOf(name, occasion);
    const ranked = (stretchesOf: PhraseChoice['stretchesOf']): SectionPhrase[] =>
      rankPhrases(this.#index, sections, { stretchesOf, occasion, limit });
    return {
      openings: ranked(({ opening }) => (opening ? [opening] : [])),
      cues: ranked(({ cues }) => cues),
      sections: bestModels(sections, occasion, limit).map(section => this.#model(section)),
    };
  }

  #model({ title, points, length, place, opening }: FiledSection): SectionModel {
    return {
      title,
      opening: opening?.text ?? '',
      points,
      characters: length,
      provenance: this.#index.provenances.of(place, length),
    };
  }

  #sectionsOf(name: SectionFunction, occasion: string | undefined): readonly FiledSection[] {
    const places = new Set([...this.#placesOf(occasion), ...this.#survey.sample]);
    return [...places].flatMap(place => this.#fileOf(place)).filter(section => section.function === name);
  }

  #fileOf(place: DocumentPlace): readonly FiledSection[] {
    const key = documentKey(place);
    let filed = this.#filed.get(key);
    if (filed === undefined) {
      filed = fileSections(this.#index, place);
      this.#filed.set(key, filed);
    }
    return filed;
  }

  #placesOf(occasion: string | undefined): readonly DocumentPlace[] {
    if (occasion === undefined) return [];
    const alike = [...this.#survey.occasions]
      .map(([name, places]) => ({ places, likeness: occasionLikeness(occasion, name) }))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness);
    return alike.flatMap(({ places }) => places).slice(0, MOST_OF_OCCASION);
  }

  get #survey(): Survey {
    this.#surveyed ??= this.#readSurvey();
    return this.#surveyed;
  }

  #readSurvey(): Survey {
    const own = this.#index.documents
      .places()
      .filter(place => !this.#index.documents.isInVariant(this.#startOf(place)));
    const occasions = new Map<string, DocumentPlace[]>();
    for (const place of own) {
      const { occasion } = this.#index.segments[place.segment]!.documentHead(place.document).metadata;
      if (occasion === undefined) continue;
      const places = occasions.get(occasion);
      if (places === undefined) occasions.set(occasion, [place]);
      else places.push(place);
    }
    return { occasions, sample: evenly(own, MOST_DOCUMENTS) };
  }

  #startOf({ segment, document }: DocumentPlace): Occurrence {
    return { segment, position: this.#index.segments[segment]!.documentStarts[document]! };
  }
}

/** Sections of similar occasions first, then those with points, then the latest; one of each speech before any second one. */
function bestModels(sections: readonly FiledSection[], occasion: string | undefined, limit: number): FiledSection[] {
  const ranked = sections
    .filter(({ length, title }) => title === '' || length >= LEAST_CHARACTERS)
    .map(section => ({
      section,
      likeness: likenessOf(section.occasion, occasion),
      isBuilt: Number(section.points.length > 1),
    }))
    .sort((a, b) => b.likeness - a.likeness || b.isBuilt - a.isBuilt || compareText(b.section.date, a.section.date))
    .map(({ section }) => section);
  const seen = new Set<number>();
  const firsts = ranked.filter(({ speech }) => !seen.has(speech) && seen.add(speech));
  return [...firsts, ...ranked.filter(section => !firsts.includes(section))].slice(0, limit);
}

/** The occasion that the title of a draft names. */
function occasionOf(draft: string | undefined): string | undefined {
  return draft === undefined ? undefined : readMetadata(draft, clean(draft), '').occasion;
}
