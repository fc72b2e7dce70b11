import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { clean } from '../../../src/core/document/clean.ts';
import { decode } from '../../../src/core/document/decode.ts';
import type { KwicLine } from '../../../src/core/document/provenance.ts';
import { fullWidth } from '../../../src/core/text/fullWidth.ts';
import { openIndex } from '../../../src/node/indexDirectory.ts';
import { openService } from '../../../src/node/openService.ts';
import type { Random } from './faultSupport.ts';

/** What a soak has looked at. */
export interface LookupTally {
  readonly stretches: number;
  readonly occurrences: number;
  readonly hits: number;
  /** Hits whose raw range, cleaned by itself, is the stretch to the character. */
  readonly equal: number;
  /** Those where it is, but for what only the text around can tell; see `comparable`. */
  readonly comparable: number;
  /** The others: raw range, stretch. */
  readonly lost: ReadonlyArray<readonly [raw: string, stretch: string]>;
}

/**
 * Looks `count` random stretches of 2–20 units up: documents and places must be those that a plain scan over `texts`
 * finds. Of the hits the service shows, the raw ranges are read in the files and cleaned again.
 */
export async function checkLookups(
  indexDirectory: string,
  texts: ReadonlyMap<string, string>,
  random: Random,
  count: number,
): Promise<LookupTally> {
  const index = openIndex(indexDirectory);
  const { service, close } = openService(indexDirectory);
  const all = [...texts.values()];
  let occurrences = 0;
  const hits: KwicLine[] = [];
  try {
    assert.equal(index.documents.count, texts.size);
    for (let i = 0; i < count; i++) {
      const stretch = randomStretch(all, random);
      const expected = scannedPlaces(texts, stretch);
      const places = index.matches.occurrences(index.matches.of(stretch));
      const found = groupedByPath(places, place => {
        const segment = index.segments[place.segment]!;
        const start = segment.documentStarts[segment.documentAt(place.position)]!;
        return [index.documents.headAt(place).path, place.position - start];
      });
      assert.deepEqual(found, expected, `places of ${JSON.stringify(stretch)}`);
      const answer = await service.lookup({ phrase: stretch });
      assert.equal(answer.occurrences, places.length, `occurrences of ${JSON.stringify(stretch)}`);
      assert.equal(answer.documents, expected.size, `documents of ${JSON.stringify(stretch)}`);
      for (const hit of answer.hits) {
        assert.equal(hit.match, stretch);
        assert.ok(expected.get(hit.path)?.includes(hit.start), `${hit.path}:${hit.start} ${JSON.stringify(stretch)}`);
      }
      occurrences += places.length;
      hits.push(...answer.hits);
    }
  } finally {
    close();
    index.close();
  }
  return { stretches: count, occurrences, ...readBack(hits) };
}

function randomStretch(texts: readonly string[], random: Random): string {
  for (;;) {
    const text = random.pick(texts);
    const start = random.below(text.length);
    const stretch = text.slice(start, start + 2 + random.below(19));
    if (stretch.length >= 2 && !stretch.includes('\n')) return stretch;
  }
}

/** Starts by path, both ascending. */
type Places = Map<string, number[]>;

function scannedPlaces(texts: ReadonlyMap<string, string>, stretch: string): Places {
  const places: Array<[string, number]> = [];
  for (const [path, text] of texts) {
    for (let at = text.indexOf(stretch); at >= 0; at = text.indexOf(stretch, at + 1)) places.push([path, at]);
  }
  return groupedByPath(places, place => place);
}

function groupedByPath<T>(places: readonly T[], placeOf: (place: T) => readonly [string, number]): Places {
  const byPath: Places = new Map();
  for (const place of places) {
    const [path, start] = placeOf(place);
    const starts = byPath.get(path);
    if (starts) starts.push(start);
    else byPath.set(path, [start]);
  }
  for (const starts of byPath.values()) starts.sort((a, b) => a - b);
  return new Map([...byPath].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readBack(hits: readonly KwicLine[]): Pick<LookupTally, 'hits' | 'equal' | 'comparable' | 'lost'> {
  const rawTexts = new Map<string, string>();
  let equal = 0;
  let alike = 0;
  const lost: Array<readonly [string, string]> = [];
  for (const { path, rawStart, rawEnd, match } of hits) {
    let text = rawTexts.get(path);
    if (text === undefined) {
      text = decode(readFileSync(path)).text;
      rawTexts.set(path, text);
    }
    const raw = text.slice(rawStart, rawEnd);
    const again = clean(raw).text;
    if (again === match) equal++;
    else if (comparable(again).includes(comparable(match))) alike++;
    else lost.push([raw, match]);
  }
  return { hits: hits.length, equal, comparable: alike, lost };
}

/**
 * Which way a straight quote turns, whether a bracket at the edge is full-width or a blank stays: that is told by the
 * text around, which is cut off.
 */
function comparable(text: string): string {
  return fullWidth(text)
    .replaceAll(/[“”"‘’']/g, '"')
    .replaceAll(/\s/g, '');
}
