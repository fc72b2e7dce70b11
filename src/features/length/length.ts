import * as vscode from 'vscode';
import type { CorpusQueries } from '../provenance/source.ts';
import { DraftMeter } from './draftMeter.ts';
import { registerLengthStatus } from './lengthStatus.ts';
import { registerProportionsView } from './proportionsView.ts';

/** Shows how long the draft is: its total in the status bar, and its sections in a view. */
export function registerLength({ service, log }: CorpusQueries, extensionUri: vscode.Uri): vscode.Disposable {
  const meter = new DraftMeter(service, log);
  return vscode.Disposable.from(meter, registerLengthStatus(meter), registerProportionsView(meter, extensionUri));
}
