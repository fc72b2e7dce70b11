import { basename } from 'node:path';
import * as vscode from 'vscode';
import type { KwicLine } from '../../core/document/provenance.ts';
import type { LastDraft } from '../../vscode/lastDraft.ts';
import { forNotification } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';
import { remark } from '../../vscode/remark.ts';
import { toTsv, withCitation } from './concordanceText.ts';

/** Copies, inserts and exports concordance lines, and confirms it briefly in the status bar. */
export class LineActions {
  readonly #draft: LastDraft;

  constructor(draft: LastDraft) {
    this.#draft = draft;
  }

  async copy(line: KwicLine): Promise<void> {
    await vscode.env.clipboard.writeText(withCitation(line));
    remark(t('concordance.copied'));
  }

  async insert(line: KwicLine): Promise<void> {
    const document = await this.#draft.insert(line.match);
    if (document === undefined) void vscode.window.showInformationMessage(t('concordance.noDraft'));
    else remark(t('concordance.inserted', basename(document.fileName)));
  }

  /** @param linesOf called once a file has been chosen; `undefined` if the lines are no longer available */
  async export(name: string, linesOf: () => Promise<readonly KwicLine[] | undefined>): Promise<void> {
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    const file = `${fileName(name)}.tsv`;
    const uri = await vscode.window.showSaveDialog({
      title: t('concordance.export'),
      filters: { TSV: ['tsv'] },
      defaultUri: folder === undefined ? vscode.Uri.file(file) : vscode.Uri.joinPath(folder.uri, file),
    });
    const lines = uri && (await linesOf());
    if (uri === undefined || lines === undefined) return;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(toTsv(lines)));
    void vscode.window.showInformationMessage(forNotification(t('concordance.exported', lines.length)));
  }
}

/** The name without characters that file systems forbid. */
function fileName(query: string): string {
  return query.replace(/[\\/:*?"<>|~\s]+/g, '_').slice(0, 40);
}
