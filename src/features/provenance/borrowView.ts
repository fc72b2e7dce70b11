import { basename } from 'node:path';
import * as vscode from 'vscode';
import { borrowedScheme, commands, languageId } from '../../manifest.ts';
import { draftOf, toRange } from '../../vscode/convert.ts';
import { orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { type ReportLine, reportLines } from './borrowReport.ts';
import type { CorpusAccess } from './source.ts';

interface Report {
  readonly draft: vscode.TextDocument;
  readonly lines: readonly ReportLine[];
}

/**
 * «出处清单» of a draft, as a read-only document beside it: «go to definition» leads from each line to the place in the source or in the draft.
 * The report is made anew for each request and is never part of the draft.
 */
class BorrowReports implements vscode.TextDocumentContentProvider, vscode.DefinitionProvider {
  readonly #access: CorpusAccess;
  readonly #change = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#change.event;
  readonly #reports = new Map<string, Report>();

  constructor(access: CorpusAccess) {
    this.#access = access;
  }

  async show(draft: vscode.TextDocument): Promise<void> {
    const { service, log } = this.#access;
    const request = draftOf(draft);
    const result = await orNothing(log, service.borrowed(request));
    if (result === undefined) return;
    const name = basename(draft.uri.path);
    const uri = vscode.Uri.from({
      scheme: borrowedScheme,
      path: `/${t('borrowed.fileName', name)}`,
      query: draft.uri.toString(),
    });
    this.#reports.set(uri.toString(), { draft, lines: reportLines(name, request.text, result) });
    this.#change.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.languages.setTextDocumentLanguage(document, languageId); // a line may be long: speeches are wrapped
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  provideTextDocumentContent(uri: vscode.Uri): string | undefined {
    return this.#reports
      .get(uri.toString())
      ?.lines.map(line => line.text)
      .join('\n');
  }

  async provideDefinition(document: vscode.TextDocument, position: vscode.Position): Promise<vscode.LocationLink[]> {
    const report = this.#reports.get(document.uri.toString());
    const line = report?.lines[position.line];
    if (report === undefined || line === undefined) return [];
    const originSelectionRange = document.lineAt(position.line).range;
    if (line.draft !== undefined) {
      const range = toRange(report.draft, line.draft);
      return [{ originSelectionRange, targetUri: report.draft.uri, targetRange: range, targetSelectionRange: range }];
    }
    if (line.source === undefined) return [];
    const [documentId, start, end] = line.source;
    const locations = await this.#access.sources.locations([{ documentId, start, end }]);
    return locations.map(({ uri, range }) => ({
      originSelectionRange,
      targetUri: uri,
      targetRange: range,
      targetSelectionRange: range,
    }));
  }

  forget(document: vscode.TextDocument): void {
    this.#reports.delete(document.uri.toString());
  }

  dispose(): void {
    this.#change.dispose();
  }
}

export function registerBorrowView(access: CorpusAccess): vscode.Disposable {
  const reports = new BorrowReports(access);
  return vscode.Disposable.from(
    reports,
    vscode.workspace.registerTextDocumentContentProvider(borrowedScheme, reports),
    vscode.languages.registerDefinitionProvider({ scheme: borrowedScheme }, reports),
    vscode.workspace.onDidCloseTextDocument(document => reports.forget(document)),
    vscode.commands.registerTextEditorCommand(commands.showBorrowed, ({ document }) => void reports.show(document)),
  );
}
