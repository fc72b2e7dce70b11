/**
 * `node test/bench/quality/sampleRows.ts --drafts DIR --index DIR [--rows 300] [--mode balanced] [--max-characters 500] [--seed 1]`: so
 * many random rows out of the lists shown while the drafts are typed, for a person to judge whether any drafter would accept them.
 * Prints a line a row: the end of the draft, `‹` the typed text the row takes up `›`, what it adds. Not for the test split.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { complete } from '../../../src/core/complete/complete.ts';
import type { CompletionMode } from '../../../src/core/complete/suggestion.ts';
import { openIndex } from '../../../src/node/indexDirectory.ts';
import { generator } from '../../unit/support/random.ts';
import { readDrafts } from './documents.ts';
import { type Offer, walk } from './walk.ts';

const LIST_LENGTH = 5;
/** Units of the draft printed before a row. */
const CONTEXT = 14;

const { values } = parseArgs({
  options: {
    drafts: { type: 'string' },
    index: { type: 'string' },
    rows: { type: 'string', default: '300' },
    mode: { type: 'string', default: 'balanced' },
    'max-characters': { type: 'string', default: '500' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.drafts === undefined || values.index === undefined) throw new Error('--drafts DIR --index DIR');

const index = openIndex(values.index);
const mode = values.mode as CompletionMode;
const lines: string[] = [];
for (const { text } of await readDrafts(values.drafts, join(import.meta.dirname, '../../../dist/cmaps'))) {
  const completer = (before: string): readonly Offer[] =>
    complete(index, { text: before, offset: before.length, limit: LIST_LENGTH, mode });
  const onList = (caret: number, offers: readonly Offer[]): void => {
    for (const offer of offers) lines.push(lineOf(text, caret, offer));
  };
  await walk(text, completer, { mode, maxCharacters: Number(values['max-characters']), onList });
}
index.close();
for (const [i, line] of drawn(lines, Number(values.rows), Number(values.seed)).entries()) {
  console.log(`${i + 1} ${line}`);
}

function lineOf(text: string, caret: number, { insertText, replaceLength }: Offer): string {
  const from = caret - replaceLength;
  const before = text.slice(Math.max(0, from - CONTEXT), from).replaceAll('\n', '⏎');
  return `${before}‹${insertText.slice(0, replaceLength)}›${insertText.slice(replaceLength).replaceAll('\n', '⏎')}`;
}

/** `count` of `all`, each as likely as any other, in their order. */
function drawn<T>(all: readonly T[], count: number, seed: number): T[] {
  const random = generator(seed);
  return all
    .map((value, place) => ({ value, place, lot: random() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, count)
    .sort((a, b) => a.place - b.place)
    .map(({ value }) => value);
}
