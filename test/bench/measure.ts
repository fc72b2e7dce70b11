import { assertAgreement } from './agreement.ts';
import { type CleanCorpus, emptyDirectory } from './cleanCorpus.ts';
import { type EditorFigures, measureEditor } from './editorFigures.ts';
import { type OwnFigures, ourselves } from './peers/ourselves.ts';
import type { Peer, PeerFigures, PeerTask, PhraseGroup } from './peers/peer.ts';
import type { TypedDraft } from './queries.ts';
import { type SuffixArrayFigures, suffixArrayRate } from './suffixArrayRate.ts';

export interface PeerResult {
  readonly peer: Peer;
  /** Why it was not measured, or the figures. */
  readonly outcome: string | PeerFigures;
  readonly agreement?: { readonly phrases: number; readonly occurrences: number };
}

export interface SizeResult {
  readonly corpus: CleanCorpus;
  readonly own: OwnFigures;
  /** Ourselves first. */
  readonly peers: readonly PeerResult[];
  readonly editor: EditorFigures;
  readonly suffixes: SuffixArrayFigures;
}

/** What is asked at every size. */
export interface Questions {
  readonly groups: readonly PhraseGroup[];
  readonly additions: readonly string[];
  readonly drafts: readonly string[];
  readonly typed: readonly TypedDraft[];
  readonly groupBudgetMs: number;
}

/** Measures everyone on one corpus, one after the other. @param directory for everybody's files */
export async function measureSize(
  corpus: CleanCorpus,
  questions: Questions,
  others: readonly Peer[],
  directory: string,
): Promise<SizeResult> {
  const taskFor = (peer: Peer): PeerTask => ({
    corpus,
    directory: emptyDirectory(`${directory}/${peer.name.replaceAll(' ', '-')}`),
    ...questions,
  });
  const task = taskFor(ourselves);
  progress(corpus, ourselves);
  const own = await ourselves.measure(task);
  const results: PeerResult[] = [{ peer: ourselves, outcome: own }];
  for (const peer of others) {
    progress(corpus, peer);
    results.push(await measurePeer(peer, corpus, () => taskFor(peer), own, questions.groups));
  }
  console.error(`${corpus.name}: the editor`);
  const { drafts, typed } = questions;
  const phrases = questions.groups.flatMap(group => group.phrases.slice(0, 50));
  const editor = await measureEditor(corpus, task.directory, { drafts, typed, phrases });
  const result = { corpus, own, peers: results, editor, suffixes: suffixArrayRate(corpus, directory) };
  emptyDirectory(directory);
  return result;
}

async function measurePeer(
  peer: Peer,
  corpus: CleanCorpus,
  task: () => PeerTask,
  own: OwnFigures,
  groups: readonly PhraseGroup[],
): Promise<PeerResult> {
  const missing = peer.missing();
  if (missing !== undefined) return { peer, outcome: missing };
  if (corpus.characters > (peer.maxCharacters ?? Number.POSITIVE_INFINITY))
    return { peer, outcome: `not run above ${peer.maxCharacters! / 1e6} M characters` };
  const figures = await peer.measure(task());
  return { peer, outcome: figures, agreement: assertAgreement(peer, figures.search.warm, own.search.warm, groups) };
}

function progress(corpus: CleanCorpus, peer: Peer): void {
  console.error(`${corpus.name} (${(corpus.characters / 1e6).toFixed(1)} M characters): ${peer.name}`);
}
