/**
 * `npm run bench:pinyin -- --index DIR [--drafts DIR] [--phrases 2000] [--seed 1]`: how often the initials of a phrase,
 * typed where the phrase stands in a text, bring it into the first five suggestions. For the most frequent phrases mined from
 * the index; the places are occurrences in the corpus itself, and with --drafts places in texts that are not in it: there the
 * context has not been seen with the phrase. «Unambiguous»: of the phrases that these initials spell, no other one stands anywhere
 * in the corpus after the same two characters.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { spellingBefore } from '../../../src/core/complete/pinyinCompletion.ts';
import { importText } from '../../../src/core/document/importDocument.ts';
import { PhraseLexicon } from '../../../src/core/lexicon/phraseLexicon.ts';
import type { LexiconPhrase } from '../../../src/core/lexicon/phraseTable.ts';
import { initials } from '../../../src/core/lexicon/reading.ts';
import { openIndex } from '../../../src/node/indexDirectory.ts';
import { openService } from '../../../src/node/openService.ts';
import { generator } from '../../unit/support/random.ts';

const CONTEXT = 32;
const SHOWN = 5;
const AMBIGUITY_CONTEXT = 2;
/** Occurrences tried until one is found with text before it. */
const TRIES = 16;

const { values } = parseArgs({
  options: {
    index: { type: 'string' },
    drafts: { type: 'string' },
    phrases: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  },
});
if (values.index === undefined) throw new Error('--index DIR');
const random = generator(Number(values.seed));
const index = openIndex(values.index);
const lexicon = new PhraseLexicon(index);
const { service, close } = openService(values.index);

const phrases = [...lexicon.phrases]
  .filter(phrase => phrase.reading !== '')
  .toSorted((a, b) => b.documents - a.documents || (a.text < b.text ? -1 : 1))
  .slice(0, Number(values.phrases));

await report('in the corpus', inCorpus);
if (values.drafts !== undefined) {
  const texts = textsOf(values.drafts);
  await report(`in ${texts.length} drafts`, phrase => inTexts(texts, phrase));
}
close();
index.close();

async function report(where: string, contextOf: (phrase: string) => string | undefined): Promise<void> {
  const tally = { unambiguous: { right: 0, first: 0, all: 0 }, ambiguous: { right: 0, first: 0, all: 0 } };
  const missed: string[] = [];
  const microseconds: number[] = [];
  for (const phrase of phrases) {
    const context = contextOf(phrase.text);
    if (context === undefined) continue;
    const text = context + initials(phrase.reading);
    const started = process.cpuUsage();
    const { suggestions } = await service.complete({ text, limit: SHOWN, pinyin: true });
    const used = process.cpuUsage(started);
    microseconds.push(used.user + used.system);
    const rank = suggestions.findIndex(({ insertText }) => insertText === phrase.text);
    const row = tally[isAmbiguous(phrase, context) ? 'ambiguous' : 'unambiguous'];
    row.all++;
    if (rank >= 0) row.right++;
    if (rank === 0) row.first++;
    if (rank < 0) missed.push(`${text} (${phrase.text}: ${suggestions.map(({ insertText }) => insertText).join(' ')})`);
  }
  const { unambiguous, ambiguous } = tally;
  const all = { right: 0, first: 0, all: 0 };
  for (const row of [unambiguous, ambiguous]) {
    for (const key of ['right', 'first', 'all'] as const) all[key] += row[key];
  }
  microseconds.sort((a, b) => a - b);
  const quantile = (share: number): string =>
    `${Math.round(microseconds[Math.floor(microseconds.length * share)] ?? 0)}`;
  console.log(`${where}: first five / first of phrases typed`);
  for (const [name, row] of Object.entries({ unambiguous, ambiguous, all })) {
    console.log(`  ${name}: ${percent(row.right, row.all)} / ${percent(row.first, row.all)} of ${row.all}`);
  }
  console.log(`  processor time p50 ${quantile(0.5)} µs, p99 ${quantile(0.99)} µs`);
  console.log(
    missed
      .slice(0, 12)
      .map(line => `  missed ${line}`)
      .join('\n'),
  );
}

/** What stands before a random occurrence, if letters could be typed there. */
function inCorpus(phrase: string): string | undefined {
  const places = index.matches.occurrences(index.matches.of(phrase));
  for (let attempt = 0; attempt < TRIES && places.length > 0; attempt++) {
    const place = places[Math.floor(random() * places.length)]!;
    const reach = Math.min(CONTEXT, place.position);
    const context = lastLine(index.text.at(place, reach, -reach));
    if (isTypeable(context)) return context;
  }
  return undefined;
}

function inTexts(texts: readonly string[], phrase: string): string | undefined {
  const first = Math.floor(random() * texts.length);
  for (let i = 0; i < texts.length; i++) {
    const text = texts[(first + i) % texts.length]!;
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      const context = lastLine(text.slice(Math.max(0, at - CONTEXT), at));
      if (isTypeable(context)) return context;
    }
  }
  return undefined;
}

function lastLine(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\u0001')) + 1);
}

function isTypeable(context: string): boolean {
  return spellingBefore(`${context}a`, context.length + 1) !== '' && !context.includes('《');
}

function isAmbiguous(phrase: LexiconPhrase, context: string): boolean {
  const before = context.slice(-AMBIGUITY_CONTEXT);
  return lexicon
    .byPinyin(initials(phrase.reading), Number.POSITIVE_INFINITY)
    .some(
      ({ phrase: other, match }) =>
        match === 'whole' && other.text !== phrase.text && index.matches.of(before + other.text).size > 0,
    );
}

function textsOf(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map(name => join(directory, name))
    .filter(path => /\.(?:txt|md)$/.test(path) && statSync(path).isFile())
    .map(path => importText(readFileSync(path), path).clean.text);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
