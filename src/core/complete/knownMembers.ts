import { evenly } from '../collections/evenly.ts';
import type { CorpusIndex } from '../index/corpusIndex.ts';
import type { CorpusSeries, FoundSeries } from '../index/corpusSeries.ts';
import { bareMember, type SeriesQuery } from '../index/format/seriesKeys.ts';
import type { Occurrence } from '../index/occurrence.ts';
import type { OpenMember } from '../parallel/openMember.ts';
import { perIndex } from './perIndex.ts';
import type { Row, Suggestion } from './suggestion.ts';

/** Number of corpus series read for one caret; each requires the series of its document to be decoded. */
const MOST_READ = 8;
/** Confidence of members from other series with the same frame, which are weaker evidence than members of a series that shares members. */
const FRAME_CONFIDENCE = 0.1;
/** Members of another series fit a frame if their length differs from that of the draft's members by at most this. */
const LENGTH_DIFFERENCE = 1;

/** A member of another series, with its place. */
interface Candidate {
  readonly text: string;
  readonly place: Occurrence;
  readonly confidence: number;
}

/**
 * At most `limit` members that series of the corpus have beside the members before the caret, best first: those that
 * follow the last one there; then the others of those series; then members of about the same length from series in the
 * same `frame`.
 */
export function knownMembers(index: CorpusIndex, open: OpenMember, frame: string | undefined, limit: number): Row[] {
  const candidates = new Map<string, Candidate>();
  for (const candidate of candidatesOf(index).after(open.members, frame))
    if (!candidates.has(candidate.text) && isNew(candidate.text, open)) candidates.set(candidate.text, candidate);
  return Array.from(candidates.values())
    .slice(0, limit)
    .map(({ text, place, confidence }) => {
      const row = { insertText: text, replaceLength: open.typed.length, confidence };
      const suggestion = (): Suggestion => ({
        ...row,
        kind: 'series-member',
        ...index.frequencies.of(text),
        provenance: index.provenances.of(place, text.length),
      });
      return { ...row, suggestion };
    });
}

function isNew(text: string, { members, typed }: OpenMember): boolean {
  return text.startsWith(typed) && text !== typed && !members.some(member => bareMember(member) === bareMember(text));
}

/** Number of open series whose candidates are kept: the readings of the text at one caret. */
const MAX_REMEMBERED = 4;

/** Caches the candidates of the last open series, which stay the same while the next member is typed. */
class Candidates {
  readonly #index: CorpusIndex;
  readonly #known = new Map<string, readonly Candidate[]>();

  constructor(index: CorpusIndex) {
    this.#index = index;
  }

  after(members: readonly string[], frame: string | undefined): readonly Candidate[] {
    const key = JSON.stringify([...members.slice(-2), frame]);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const framed = frame === undefined ? [] : inFrame(this.#index.series, members, frame);
    const found = [...besides(this.#index, members), ...framed];
    if (this.#known.size >= MAX_REMEMBERED) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(key, found);
    return found;
  }
}

const candidatesOf = perIndex(index => new Candidates(index));

/**
 * Members of the series that contain the draft's last member: those right behind it first, and those found in more series before those in
 * fewer.
 */
function besides(index: CorpusIndex, members: readonly string[]): Candidate[] {
  const last = members.at(-1)!;
  const query = { member: last };
  const found = evenly(placesOf(index, query, members.at(-2)), MOST_READ).flatMap(place =>
    index.series.at(place, query),
  );
  const tallies = new Map<string, { readonly place: Occurrence; next: number; elsewhere: number }>();
  for (const one of found) {
    const own = one.series.members.findIndex(({ text }) => bareMember(text) === bareMember(last));
    one.series.members.forEach(({ text, start }, at) => {
      const tally = tallies.get(text) ?? { place: placeIn(one, start), next: 0, elsewhere: 0 };
      tallies.set(text, tally);
      tally[at === own + 1 ? 'next' : 'elsewhere']++;
    });
  }
  return [...tallies]
    .sort(([, a], [, b]) => b.next - a.next || b.elsewhere - a.elsewhere)
    .map(([text, { place, next }]) => ({ text, place, confidence: next / (found.length + 1) }));
}

/** Places of the last member in speeches that also contain the one before; all its places if there is none. */
function placesOf(index: CorpusIndex, query: SeriesQuery, before: string | undefined): readonly Occurrence[] {
  const places = index.series.places(query);
  if (before === undefined || places.length === 0) return places;
  const speeches = new Set(index.series.places({ member: before }).map(place => index.documents.speechKey(place)));
  const both = places.filter(place => speeches.has(index.documents.speechKey(place)));
  return both.length > 0 ? both : places;
}

function inFrame(series: CorpusSeries, members: readonly string[], frame: string): Candidate[] {
  const query = { frame };
  const { length } = members.at(-1)!;
  return evenly(series.places(query), MOST_READ)
    .flatMap(place => series.at(place, query))
    .flatMap(found =>
      found.series.members
        .filter(({ text }) => Math.abs(text.length - length) <= LENGTH_DIFFERENCE)
        .map(({ text, start }) => ({ text, place: placeIn(found, start), confidence: FRAME_CONFIDENCE })),
    );
}

function placeIn({ series, place }: FoundSeries, start: number): Occurrence {
  return { segment: place.segment, position: place.position + start - series.start };
}
