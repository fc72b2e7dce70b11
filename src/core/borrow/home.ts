import type { CorpusIndex } from '../index/corpusIndex.ts';
import { isAllHan } from '../text/charClass.ts';
import { isDivision, provinceOf } from './divisions.ts';

/** The place that a text speaks for, as far as the names in it show. */
export interface Home {
  /** Whether it is the whole country. */
  readonly isNational: boolean;
  /** The places that the text names most, without 市 and the like; empty if it names none. */
  readonly places: readonly string[];
  /** The divisions that contain these places. */
  readonly above: readonly string[];
}

const NAME_LENGTHS = [2, 3, 4];
/** Suffixes by which names are recognised; a city is counted under both forms, «……市» and «……». */
const COUNTY_SUFFIX = /[县市旗]/gu;
/** «自治县», «示范县», «重点县» */
const KIND_OF_COUNTY = /自治|直辖|贫困|示范|先进|边境|[省市县州城级点]$/u;
const NATION = /我国|全国|中国|中华民族|中央/gu;
const OWN_PLACE = /[全我本][省市县区州镇乡]/gu;
const OWN_PROVINCE = /[全我本]省|自治区/gu;
const OWN_PART = /[全我本][市县州]/gu;
/** «第三条　……»: rules speak for no place in particular. */
const ARTICLE = /^[\s\u3000]*第[一二三四五六七八九十百]+条/gmu;
const MIN_NAMED = 3;
/** If one name occurs at least this share as often as another, the text may speak for either. */
const NEARLY = 0.5;
/** A text that speaks for the nation names it this many times as often as it says «我省» or names a place. */
const NATION_TO_OWN = 20;
const NATION_TO_PLACE = 2;

export function homeOf(index: CorpusIndex, text: string): Home {
  const counts = divisionsIn(text);
  const division = mostNamed(counts)[0];
  for (const county of countiesIn(index, text)) counts.set(county, count(text, county));
  const ranked = mostNamed(counts);
  const most = counts.get(ranked[0] ?? '') ?? 0;
  const own = matches(text, OWN_PLACE);
  const nation = matches(text, NATION);
  const isNational =
    matches(text, ARTICLE) >= MIN_NAMED ||
    (nation >= MIN_NAMED && nation >= own * NATION_TO_OWN && nation > most * NATION_TO_PLACE);

  const near = ranked.filter(name => counts.get(name)! >= most * NEARLY);
  const isProvince = matches(text, OWN_PROVINCE) > matches(text, OWN_PART);
  const province = near.find(name => near.some(other => isWithin(other, name)));
  const first = (isProvince ? province : undefined) ?? near[0] ?? '';
  const places = near.filter(name => !isWithin(name, first) && !isWithin(first, name));
  return { isNational, places, above: places.flatMap(place => containing(place, division)) };
}

/** Whether both speak for the same place, or one for a province and the other for a part of it. */
export function isRelated(a: Home, b: Home): boolean {
  if (a.isNational && b.isNational) return true;
  return (
    a.places.some(place => b.places.includes(place) || b.above.includes(place)) ||
    b.places.some(place => a.above.includes(place))
  );
}

/** The division that contains a place; for a county the division that its text names most. */
function containing(place: string, division: string | undefined): string[] {
  if (isDivision(place)) return [provinceOf(place) ?? []].flat();
  return division === undefined ? [] : [division, provinceOf(division) ?? []].flat();
}

function isWithin(name: string, province: string): boolean {
  return provinceOf(name) === province;
}

function divisionsIn(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < text.length; ) {
    const name = NAME_LENGTHS.map(length => text.slice(at, at + length)).findLast(isDivision);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
    at += name?.length ?? 1;
  }
  return counts;
}

/** Counties, and the cities among them, by the corpus words that end so. */
function countiesIn(index: CorpusIndex, text: string): Set<string> {
  const counties = new Set<string>();
  const seen = new Set<string>();
  for (const { index: at } of text.matchAll(COUNTY_SUFFIX)) {
    for (const length of NAME_LENGTHS) {
      const stem = text.slice(Math.max(0, at - length), at);
      const name = stem + text[at]!;
      if (stem.length < length || seen.has(name)) continue;
      seen.add(name);
      if (isAllHan(stem) && !isDivision(stem) && !KIND_OF_COUNTY.test(stem) && isWord(index, name)) counties.add(stem);
    }
  }
  return counties;
}

/** Whether the corpus has `text` as one word, judged by its first occurrence. */
function isWord(index: CorpusIndex, text: string): boolean {
  const [place] = index.matches.earliest(index.matches.of(text), 1);
  if (place === undefined) return false;
  const [first, ...inside] = index.text.wordStarts(place, 0, text.length);
  return first === true && !inside.includes(true) && index.text.isWordStart(place, text.length);
}

function mostNamed(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .filter(([, count]) => count >= MIN_NAMED)
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name);
}

function matches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Determines the homes of drafts and documents, and caches those of documents. */
export class Homes {
  readonly #index: CorpusIndex;
  readonly #ofDocuments = new Map<string, Home>();

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  ofText(text: string): Home {
    return homeOf(this.#index, text);
  }

  /** @param id of a document of the index */
  ofDocument(id: string): Home {
    let home = this.#ofDocuments.get(id);
    if (home === undefined) {
      home = this.ofText(this.#index.documents.find(id)?.text() ?? '');
      this.#ofDocuments.set(id, home);
    }
    return home;
  }
}
