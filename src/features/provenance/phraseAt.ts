import type * as vscode from 'vscode';
import type { PhraseAtResult } from '../../core/service/speechService.ts';
import { draftAt } from '../../vscode/convert.ts';
import { orNothing } from '../../vscode/log.ts';
import type { CorpusQueries } from './source.ts';

/** The phrase of the corpus at `position`, with its best source. */
export function phraseAt(
  { service, log }: CorpusQueries,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<PhraseAtResult | undefined> {
  return orNothing(log, service.phraseAt({ ...draftAt(document, position), limit: 1 }));
}
