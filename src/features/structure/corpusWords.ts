import * as vscode from 'vscode';
import type { Provenance } from '../../core/document/provenance.ts';
import { insertText } from '../../vscode/insertText.ts';
import { t } from '../../vscode/messages.ts';
import { remark } from '../../vscode/remark.ts';
import { sourceLine } from '../provenance/provenanceText.ts';

/** Milliseconds for which the status bar shows the source of inserted words. */
const sourceTime = 10_000;

/** Replaces the selection by words of the corpus and shows where they come from. */
export async function insertCorpusWords(
  editor: vscode.TextEditor,
  text: string,
  provenance: Provenance,
): Promise<void> {
  if (await insertText(await returnTo(editor), text)) nameSource(provenance);
}

/** Gives the focus back to the draft after a dialogue. */
export function returnTo({
  document,
  viewColumn = vscode.ViewColumn.One,
}: vscode.TextEditor): Thenable<vscode.TextEditor> {
  return vscode.window.showTextDocument(document, { viewColumn });
}

export function nameSource(provenance: Provenance): void {
  remark(t('models.from', sourceLine({ ...provenance, sectionPath: [] })), sourceTime);
}
