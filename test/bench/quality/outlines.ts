import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Section, SectionFunction } from '../../../src/core/structure/section.ts';
import { paragraphs } from '../../../src/core/text/sentences.ts';
import { readDocument } from './documents.ts';
import type { Asker } from './serveClient.ts';
import { percent } from './tallies.ts';

/** A heading as a reader sees it. */
interface LabelledHeading {
  /** Where it begins in the clean text. */
  readonly start: number;
  readonly level: number;
  readonly function: SectionFunction | undefined;
  /** What a careful second reader might leave out: neither asked for nor held against. */
  readonly debatable: boolean;
}

export interface LabelledOutline {
  readonly document: string;
  readonly text: string;
  /** Not looked at while the outline was developed. */
  readonly heldOut: boolean;
  readonly headings: readonly LabelledHeading[];
}

/**
 * Reads labels. A line «# document → paragraphs → held out|developed on» for each document, named by as much of its path as makes
 * it the only one; below it a line a heading, «paragraph → column → level → function → ?», with `?` where debatable, blank
 * paragraphs not counted; → is a tab. So no text need be quoted.
 *
 * @throws Error if a document is missing or is no longer the text that was labelled
 */
export async function readOutlines(labels: string, folder: string, cMapDirectory: string): Promise<LabelledOutline[]> {
  const outlines: LabelledOutline[] = [];
  for (const block of readFileSync(labels, 'utf8').split(/^# /mu).slice(1)) {
    const [head, ...rows] = block.trimEnd().split('\n');
    const [document, count, half] = head!.split('\t') as [string, string, string];
    const text = await readText(join(folder, dirname(document)), basename(document), cMapDirectory);
    const lines = paragraphs(text).filter(({ start, end }) => text.slice(start, end).trim() !== '');
    if (lines.length !== Number(count)) throw new Error(`${document}: ${lines.length} paragraphs, not ${count}`);
    outlines.push({
      document,
      text,
      heldOut: half === 'held out',
      headings: rows.map(row => {
        const [paragraph, column, level, name, debatable] = row.split('\t') as [
          string,
          string,
          string,
          string,
          string?,
        ];
        return {
          start: lines[Number(paragraph)]!.start + Number(column),
          level: Number(level),
          function: name === '' ? undefined : (name as SectionFunction),
          debatable: debatable === '?',
        };
      }),
    });
  }
  return outlines;
}

async function readText(directory: string, beginning: string, cMapDirectory: string): Promise<string> {
  const file = readdirSync(directory).find(name => name.startsWith(beginning));
  if (file === undefined) throw new Error(`no document ${beginning} in ${directory}`);
  return (await readDocument(join(directory, file), cMapDirectory))?.clean.text ?? '';
}

export interface OutlineScore {
  /** Headings of the right place and level, and what was found or missed beside them. */
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
  /** Of the headings found at the right place: those whose section does what the label says, a label of none included. */
  readonly places: number;
  readonly functions: number;
  /** What is amiss, a line each. */
  readonly faults: readonly string[];
}

export async function measureOutlines(
  client: Asker,
  outlines: readonly LabelledOutline[],
): Promise<(readonly [LabelledOutline, OutlineScore])[]> {
  const scores: (readonly [LabelledOutline, OutlineScore])[] = [];
  for (const labelled of outlines) {
    const { sections } = await client.request<{ sections: readonly Section[] }>('outline', { text: labelled.text });
    scores.push([labelled, scoreOutline(labelled, sections)]);
  }
  return scores;
}

export function scoreOutline({ text, headings }: LabelledOutline, sections: readonly Section[]): OutlineScore {
  const labels = new Map(headings.map(heading => [heading.start, heading]));
  const faults: string[] = [];
  let right = 0;
  let wrong = 0;
  let places = 0;
  let functions = 0;
  const seen = new Set<number>();
  for (const { start, level, title, function: name } of flat(sections)) {
    const label = labels.get(start);
    if (label?.debatable) continue;
    const isRight = label !== undefined && label.level === level && !seen.has(start);
    isRight ? right++ : wrong++;
    if (!isRight) faults.push(`found ${level} ${title.slice(0, 20)}${label ? `, labelled ${label.level}` : ''}`);
    if (label === undefined || seen.has(start)) continue;
    seen.add(start);
    places++;
    if (label.function === name) functions++;
    else faults.push(`function ${name}, labelled ${label.function}: ${title.slice(0, 20)}`);
  }
  const asked = headings.filter(({ debatable }) => !debatable);
  for (const { start } of asked) if (!seen.has(start)) faults.push(`missed ${text.slice(start, start + 20).trim()}`);
  return { right, wrong, missed: asked.length - right, places, functions, faults };
}

export function sumScores(scores: readonly OutlineScore[]): OutlineScore {
  const total = (field: 'right' | 'wrong' | 'missed' | 'places' | 'functions'): number =>
    scores.reduce((sum, score) => sum + score[field], 0);
  return {
    right: total('right'),
    wrong: total('wrong'),
    missed: total('missed'),
    places: total('places'),
    functions: total('functions'),
    faults: scores.flatMap(({ faults }) => faults),
  };
}

export function headingF1({ right, wrong, missed }: OutlineScore): number {
  return (2 * right) / (2 * right + wrong + missed);
}

export function functionAccuracy({ places, functions }: OutlineScore): number {
  return functions / places;
}

/** A table: the documents, those developed on and those held out together, and all. */
export function outlineLines(scores: readonly (readonly [LabelledOutline, OutlineScore])[]): string[] {
  const own = (heldOut: boolean): OutlineScore =>
    sumScores(scores.filter(([outline]) => outline.heldOut === heldOut).map(([, score]) => score));
  return [
    '| document | right | wrong | missed | heading F1 % | function % |',
    '|---|---|---|---|---|---|',
    ...scores.map(([{ document }, score]) => row(document, score)),
    row('developed on', own(false)),
    row('held out', own(true)),
    row('all', sumScores(scores.map(([, score]) => score))),
  ];
}

function row(name: string, score: OutlineScore): string {
  const { right, wrong, missed } = score;
  return `| ${[name, right, wrong, missed, percent(headingF1(score)), percent(functionAccuracy(score))].join(' | ')} |`;
}

function flat(sections: readonly Section[]): Section[] {
  return sections.flatMap(section => [section, ...flat(section.children)]);
}
