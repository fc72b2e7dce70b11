import { clean } from '../document/clean.ts';
import { readMetadata } from '../document/metadata.ts';
import type { Provenance } from '../document/provenance.ts';
import type { DocumentPlace } from '../index/corpusDocuments.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import { isPause } from '../structure/charClass.ts';
import { isAddress } from '../structure/headings.ts';
import type { SectionFunction } from '../structure/section.ts';
import { type FiledSection, fileSections, type Stretch } from './filedSections.ts';
import { occasionLikeness } from './occasions.ts';

export interface SectionModelsRequest {
  readonly function: SectionFunction;
  /** Where the draft is to be given; sections of speeches given there come first. */
  readonly occasion?: string;
  /** The draft, for its occasion where that is not said. */
  readonly draft?: string;
  /** Of each kind. */
  readonly limit?: number;
}

/** A sentence that sections of a function begin with, or that says what they do. */
export interface SectionPhrase {
  readonly text: string;
  /** Speeches of the whole corpus that have it. */
  readonly documents: number;
  readonly occurrences: number;
  /** Share of the sections looked at that have it at such a place, 0…1. */
  readonly share: number;
  readonly provenance: Provenance;
}

/** A section of a real speech. */
export interface SectionModel {
  /** Its heading, '' for what is said before the first heading. */
  readonly title: string;
  /** Its first sentence. */
  readonly opening: string;
  /** Titles of what stands in it. */
  readonly points: readonly string[];
  readonly characters: number;
  /** Span: the whole section. */
  readonly provenance: Provenance;
}

export interface SectionModelsResult {
  readonly openings: readonly SectionPhrase[];
  readonly cues: readonly SectionPhrase[];
  readonly sections: readonly SectionModel[];
}

/** Documents looked into: to decode the records of all of a large corpus would take seconds. */
const MOST_DOCUMENTS = 500;
/** Documents looked into for one request; the next ones go on from there, so that none waits long. */
const MOST_AT_ONCE = 200;
/** Of those given on the occasion asked for, so many beside. */
const MOST_OF_OCCASION = 150;
const LEAST_CHARACTERS = 60;
const SHORTEST_CLAUSE = 4;

/** What the corpus knows of sections that do the same: how they begin, what they say, how they are built. */
export class SectionModels {
  readonly #index: CorpusIndex;
  readonly #filed = new Map<string, readonly FiledSection[]>();
  #occasions: ReadonlyMap<string, readonly DocumentPlace[]> | undefined;
  #sample: readonly DocumentPlace[] = [];

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  find({ function: name, draft, occasion = occasionOf(draft), limit = 10 }: SectionModelsRequest): SectionModelsResult {
    const sections = this.#sectionsOf(name, occasion);
    return {
      openings: this.#phrases(sections, section => (section.opening ? [section.opening] : []), occasion, limit),
      cues: this.#phrases(sections, section => section.cues, occasion, limit),
      sections: bestModels(sections, occasion, limit).map(section => this.#model(section)),
    };
  }

  #model({ title, points, length, place, opening }: FiledSection): SectionModel {
    return {
      title,
      opening: opening?.text ?? '',
      points,
      characters: length,
      provenance: this.#index.provenance(place, length),
    };
  }

  /** Phrases grouped by their first clause; those of more speeches first, those of the occasion before others. */
  #phrases(
    sections: readonly FiledSection[],
    stretchesOf: (section: FiledSection) => readonly Stretch[],
    occasion: string | undefined,
    limit: number,
  ): SectionPhrase[] {
    const groups = new Map<string, Group>();
    for (const section of sections) {
      for (const stretch of stretchesOf(section)) {
        const clause = firstClause(stretch.text);
        const group = groups.get(clause) ?? { clause, speeches: new Set(), likeness: 0, best: stretch, date: '' };
        group.speeches.add(section.speech);
        const likeness = likenessOf(section, occasion);
        if (likeness > group.likeness || (likeness === group.likeness && section.date >= group.date)) {
          Object.assign(group, { likeness, best: stretch, date: section.date });
        }
        groups.set(clause, group);
      }
    }
    const likeliest = [...groups.values()].sort((a, b) => weight(b) - weight(a)).slice(0, limit);
    return likeliest.map(({ best, speeches }) => ({
      text: best.text,
      ...this.#index.frequency(best.text),
      share: speeches.size / sections.length,
      provenance: this.#index.provenance(best.place, best.text.length),
    }));
  }

  #sectionsOf(name: SectionFunction, occasion: string | undefined): readonly FiledSection[] {
    const places = new Set([...this.#placesOf(occasion), ...this.#sampled()]);
    const most = this.#filed.size + MOST_AT_ONCE;
    return [...places]
      .filter(place => this.#filed.has(keyOf(place)) || this.#filed.size < most)
      .flatMap(place => this.#fileOf(place))
      .filter(section => section.function === name);
  }

  #fileOf(place: DocumentPlace): readonly FiledSection[] {
    const key = keyOf(place);
    let filed = this.#filed.get(key);
    if (filed === undefined) {
      filed = fileSections(this.#index, place);
      this.#filed.set(key, filed);
    }
    return filed;
  }

  #sampled(): readonly DocumentPlace[] {
    this.#occasions ??= this.#readOccasions();
    return this.#sample;
  }

  #placesOf(occasion: string | undefined): readonly DocumentPlace[] {
    this.#occasions ??= this.#readOccasions();
    if (occasion === undefined) return [];
    const alike = [...this.#occasions]
      .map(([name, places]) => ({ places, likeness: occasionLikeness(occasion, name) }))
      .filter(({ likeness }) => likeness > 0)
      .sort((a, b) => b.likeness - a.likeness);
    return alike.flatMap(({ places }) => places).slice(0, MOST_OF_OCCASION);
  }

  /** Documents by occasion; the sample is spread evenly over all of them. */
  #readOccasions(): ReadonlyMap<string, readonly DocumentPlace[]> {
    const own = this.#index
      .documentPlaces()
      .filter(({ segment, document }) => !this.#index.isInVariant(this.#startOf(segment, document)));
    const step = Math.max(1, own.length / MOST_DOCUMENTS);
    this.#sample = Array.from({ length: Math.min(own.length, MOST_DOCUMENTS) }, (_, i) => own[Math.floor(i * step)]!);
    const occasions = new Map<string, DocumentPlace[]>();
    for (const place of own) {
      const { occasion } = this.#index.segments[place.segment]!.documentHead(place.document).metadata;
      if (occasion === undefined) continue;
      const places = occasions.get(occasion);
      if (places === undefined) occasions.set(occasion, [place]);
      else places.push(place);
    }
    return occasions;
  }

  #startOf(segment: number, document: number): { segment: number; position: number } {
    return { segment, position: this.#index.segments[segment]!.documentStarts[document]! };
  }
}

interface Group {
  readonly clause: string;
  readonly speeches: Set<number>;
  likeness: number;
  best: Stretch;
  date: string;
}

/** What many speeches begin with is worth most, and among what only one does what was said on a like occasion. */
function weight({ likeness, speeches }: Group): number {
  return 2 * Math.log2(speeches.size) + 3 * likeness;
}

function likenessOf({ occasion }: FiledSection, asked: string | undefined): number {
  return asked === undefined ? 0 : occasionLikeness(asked, occasion);
}

/** Sections of like occasions first, then those with points, then the latest; one of a speech before any second one. */
function bestModels(sections: readonly FiledSection[], occasion: string | undefined, limit: number): FiledSection[] {
  const ranked = sections
    .filter(({ length, title }) => title === '' || length >= LEAST_CHARACTERS)
    .map(section => ({ section, likeness: likenessOf(section, occasion), isBuilt: Number(section.points.length > 1) }))
    .sort((a, b) => b.likeness - a.likeness || b.isBuilt - a.isBuilt || compare(b.section.date, a.section.date))
    .map(({ section }) => section);
  const seen = new Set<number>();
  const firsts = ranked.filter(({ speech }) => !seen.has(speech) && seen.add(speech));
  return [...firsts, ...ranked.filter(section => !firsts.includes(section))].slice(0, limit);
}

/** Of a draft: read off its title. */
function occasionOf(draft: string | undefined): string | undefined {
  return draft === undefined ? undefined : readMetadata(draft, clean(draft), '').occasion;
}

function keyOf({ segment, document }: DocumentPlace): string {
  return `${segment} ${document}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Up to its first pause; an address before that says nothing. */
function firstClause(text: string): string {
  for (let at = SHORTEST_CLAUSE; at < text.length; at++)
    if (isPause(text[at]!) && !isAddress(text.slice(0, at))) return text.slice(0, at);
  return text;
}
