import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSeries } from '../../../src/core/parallel/findSeries.ts';

/** A hand-labelled document: members as they stand in the text, without enumerator, governing head and closing punctuation. */
interface Gold {
  readonly path: string;
  readonly series: readonly {
    readonly family: string;
    readonly members: readonly string[];
    /** A careful second reader might leave it out or name it otherwise: neither asked for nor held against. */
    readonly debatable?: boolean;
  }[];
}

/** Right, wrong and missed series of one family, by name. */
export interface Tally {
  readonly right: string[];
  readonly wrong: string[];
  readonly missed: string[];
}

/** Members are compared by so many units. */
const COMPARED = 12;

/** What `findSeries` makes of all labelled documents of `folder`, by family. A series is right if family and members agree. */
export function tallyGold(folder: string): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const name of readdirSync(folder).filter(file => file.endsWith('.json'))) {
    const gold = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Gold;
    tallyDocument(gold, readFileSync(join(folder, gold.path), 'utf8'), tallies);
  }
  return tallies;
}

function tallyDocument(gold: Gold, text: string, tallies: Map<string, Tally>): void {
  const tallyOf = (family: string): Tally => {
    const known = tallies.get(family) ?? { right: [], wrong: [], missed: [] };
    tallies.set(family, known);
    return known;
  };
  const wanted = new Map(gold.series.map(series => [keyOf(series.family, series.members), series]));
  const found = new Set(
    findSeries(text).map(({ family, members }) =>
      keyOf(
        family,
        members.map(member => member.text),
      ),
    ),
  );
  for (const key of found) {
    const tally = tallyOf(familyOf(key));
    if (!wanted.has(key)) tally.wrong.push(`${gold.path}: ${key}`);
    else if (wanted.get(key)!.debatable !== true) tally.right.push(key);
  }
  for (const [key, series] of wanted)
    if (!found.has(key) && series.debatable !== true) tallyOf(series.family).missed.push(`${gold.path}: ${key}`);
}

function keyOf(family: string, members: readonly string[]): string {
  return `${family}: ${members.map(member => withoutMarks(member).slice(0, COMPARED)).join(' | ')}`;
}

function familyOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

function withoutMarks(member: string): string {
  return member.replace(/[“”《》：。；，]/g, '');
}
