import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { importText, rawOffsets } from '../../../src/core/document/importDocument.ts';
import type { Span } from '../../../src/core/text/span.ts';
import type { GoldDocument } from './gold.ts';

/** Where the labels are, and the real documents they are of, which stay outside the project. */
export const labelsFolder = join(import.meta.dirname, '../../fixtures/gold');
const documentsFolder = join(import.meta.dirname, '../../../../shared');

export interface LabelledSpeech extends GoldDocument {
  readonly name: string;
  /** Thresholds of `findSeries` were chosen by looking at the tuning ones. */
  readonly use: 'tuning' | 'held out';
}

/**
 * Real documents with their series labelled by hand, or nothing where they do not lie beside the checkout. Labels are offsets of the
 * raw file, so that they hold however it is cleaned; what stands outside the labelled stretch is left out of `text`.
 */
export function labelledSpeeches(): LabelledSpeech[] {
  if (!existsSync(documentsFolder)) return [];
  return readdirSync(labelsFolder)
    .filter(name => name.endsWith('.tsv'))
    .sort()
    .map(name => readLabels(name.slice(0, -'.tsv'.length), readFileSync(join(labelsFolder, name), 'utf8')));
}

/** `document`, `stretch` and `use`, then a line a series: family, with «?» if debatable, and the members as `start-end`. */
function readLabels(name: string, table: string): LabelledSpeech {
  const rows = table
    .trimEnd()
    .split('\n')
    .map(line => line.split('\t'));
  const [document, stretch, use] = rows.slice(0, 3).map(row => row[1]!);
  const series = rows.slice(3);
  const path = documentPath(document!);
  const { clean } = importText(readFileSync(path), path);
  const raws = rawOffsets(clean);
  const { start, end } = cleanSpan(raws, stretch!);
  return {
    name,
    use: use as LabelledSpeech['use'],
    text: clean.text.slice(start, end),
    series: series.map(([family, ...members]) => ({
      family: family!.replace('?', ''),
      debatable: family!.startsWith('?'),
      members: members.map(member => {
        const span = cleanSpan(raws, member);
        return clean.text.slice(span.start, span.end);
      }),
    })),
  };
}

/** The file that begins like `document`: names of files can be sentences. */
function documentPath(document: string): string {
  const folder = join(documentsFolder, dirname(document));
  const beginning = document.slice(document.lastIndexOf('/') + 1);
  return join(folder, readdirSync(folder).find(file => file.startsWith(beginning))!);
}

function cleanSpan(raws: readonly number[], range: string): Span {
  const [start, end] = range.split('-').map(Number);
  return { start: firstFrom(raws, start!), end: firstFrom(raws, end!) };
}

/** Index of the first of the ascending `raws` that is `least` or more. */
function firstFrom(raws: readonly number[], least: number): number {
  let low = 0;
  let high = raws.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (raws[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
