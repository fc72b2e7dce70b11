import type { CompletionMode } from '../../../src/core/complete/suggestion.ts';
import type { CleanDocument, DraftDocument } from './documents.ts';
import { CorpusText } from './reference/corpusText.ts';
import { dictionaryCompleter } from './reference/dictionary.ts';
import { fiveGramCompleter } from './reference/fiveGram.ts';
import { infinityGramCompleter } from './reference/infinityGram.ts';
import { oracleWalk } from './reference/oracle.ts';
import type { Asker } from './serveClient.ts';
import type { KindResult } from './tallies.ts';
import { type Completer, type Offer, type Tally, walk } from './walk.ts';

export interface CompletionOptions {
  readonly modes: readonly CompletionMode[];
  readonly maxCharacters?: number;
}

const LIST_LENGTH = 5;

/** The service, spoken to as an editor would. */
export function serveCompleter(client: Asker): Completer {
  return async (text, mode) => {
    const params = { text, limit: LIST_LENGTH, mode };
    return (await client.request<{ suggestions: readonly Offer[] }>('complete', params)).suggestions;
  };
}

/** The service in each mode. */
export async function measureService(
  client: Asker,
  drafts: readonly DraftDocument[],
  options: CompletionOptions,
): Promise<KindResult[]> {
  const results: KindResult[] = [];
  for (const mode of options.modes) {
    results.push(...(await measure(`jianggao ${mode}`, serveCompleter(client), drafts, mode, options)));
  }
  return results;
}

/** What else could complete, and what nothing can surpass, on the same corpus and drafts. */
export async function measureReferences(
  corpus: readonly CleanDocument[],
  dictionaryPath: string,
  drafts: readonly DraftDocument[],
  options: CompletionOptions,
): Promise<KindResult[]> {
  const text = new CorpusText(corpus.map(document => document.text));
  const results: KindResult[] = [];
  const engines = [
    ['dictionary', dictionaryCompleter(dictionaryPath)],
    ['5-gram', fiveGramCompleter(text, false)],
    ['5-gram with back-off', fiveGramCompleter(text, true)],
    ['∞-gram prototype', infinityGramCompleter(text)],
  ] as const;
  for (const [name, completer] of engines) {
    results.push(...(await measure(name, completer, drafts, 'eager', options)));
  }
  for (const [kind, own] of byKind(drafts)) {
    const tallies = own.map(draft => oracleWalk(draft.text, text, options.maxCharacters));
    results.push({ engine: 'oracle', kind, tallies, times: [] });
  }
  return results;
}

async function measure(
  engine: string,
  completer: Completer,
  drafts: readonly DraftDocument[],
  mode: CompletionMode,
  { maxCharacters }: CompletionOptions,
): Promise<KindResult[]> {
  const results: KindResult[] = [];
  for (const [kind, own] of byKind(drafts)) {
    const times: number[] = [];
    const timed: Completer = async (before, asked) => {
      const started = performance.now();
      const offers = await completer(before, asked);
      times.push(performance.now() - started);
      return offers;
    };
    const tallies: Tally[] = [];
    for (const draft of own) {
      tallies.push(await walk(draft.text, timed, { mode, ...(maxCharacters !== undefined && { maxCharacters }) }));
    }
    results.push({ engine, kind, tallies, times });
  }
  return results;
}

function byKind(drafts: readonly DraftDocument[]): Map<string, DraftDocument[]> {
  const kinds = new Map<string, DraftDocument[]>();
  for (const draft of drafts) kinds.set(draft.kind, [...(kinds.get(draft.kind) ?? []), draft]);
  return kinds;
}
