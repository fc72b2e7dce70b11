import { basename } from 'node:path';
import * as vscode from 'vscode';
import { commands, skippedItems, views } from '../../manifest.ts';
import type { Log } from '../../vscode/log.ts';
import { inDisplayLanguage, t } from '../../vscode/messages.ts';
import { revealFile } from '../../vscode/revealFile.ts';
import type { CorpusSession } from './corpusSession.ts';
import { groupSkipped, type SkippedFile, type SkippedGroup } from './skippedFiles.ts';
import { updateInView } from './updateInView.ts';

type Row = SkippedGroup | SkippedFile;

/** «未收录文件»: the files that the last run has left out, by reason. If there are none, the welcome text explains the state. */
export function registerSkippedView(session: CorpusSession, log: Log): vscode.Disposable {
  const rows = new SkippedRows(session);
  const view = vscode.window.createTreeView<Row>(views.skippedFiles, { treeDataProvider: rows, showCollapseAll: true });
  const update = () => {
    const count = session.report?.skipped.length ?? 0;
    view.description = count > 0 ? t('skipped.count', count) : '';
    rows.refresh();
  };
  let shown: unknown;
  update();
  return vscode.Disposable.from(
    view,
    rows,
    session.onDidChangeState(({ kind }) => {
      // The state fires for every file; the rows change only with the report.
      if (kind !== shown) update();
      shown = kind;
    }),
    // A command in the title of the view is passed the focused row, which is not meant here.
    vscode.commands.registerCommand(commands.retrySkipped, () => updateInView(session, views.skippedFiles, true)),
    vscode.commands.registerCommand(commands.retrySkippedRow, (row: unknown) =>
      updateInView(session, views.skippedFiles, pathsOf(row)),
    ),
    vscode.commands.registerCommand(commands.revealSkipped, (row: unknown) =>
      isFile(row) ? revealFile(row.path, log) : undefined,
    ),
  );
}

class SkippedRows implements vscode.TreeDataProvider<Row>, vscode.Disposable {
  readonly #session: CorpusSession;
  readonly #change = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#change.event;

  constructor(session: CorpusSession) {
    this.#session = session;
  }

  getChildren(row?: Row): Row[] {
    if (row === undefined) return [...groupSkipped(this.#session.report?.skipped ?? [], this.#session.folders)];
    return row.kind === 'group' ? [...row.files] : [];
  }

  getTreeItem(row: Row): vscode.TreeItem {
    return row.kind === 'group' ? groupItem(row) : fileItem(row, this.#session.folders.length > 1);
  }

  refresh(): void {
    this.#change.fire();
  }

  dispose(): void {
    this.#change.dispose();
  }
}

// Labels and tooltips are plain strings, never Markdown: they contain file names and reasons. Trees do not render `$(icon)` in them.

function groupItem({ reason, files }: SkippedGroup): vscode.TreeItem {
  const item = new vscode.TreeItem(inDisplayLanguage(reason), vscode.TreeItemCollapsibleState.Expanded);
  item.id = `reason ${reason}`;
  item.description = t('skipped.count', files.length);
  item.tooltip = inDisplayLanguage(reason);
  item.contextValue = skippedItems.group;
  return item;
}

function fileItem({ path, reason, relativePath, folder }: SkippedFile, hasManyFolders: boolean): vscode.TreeItem {
  const item = new vscode.TreeItem(relativePath);
  item.id = `file ${path}`;
  item.resourceUri = vscode.Uri.file(path);
  item.iconPath = vscode.ThemeIcon.File;
  if (hasManyFolders && folder !== undefined) item.description = basename(folder);
  item.tooltip = `${path}\n${inDisplayLanguage(reason)}`;
  item.accessibilityInformation = { label: `${relativePath}，${inDisplayLanguage(reason)}` };
  item.contextValue = skippedItems.file;
  item.command = { command: 'vscode.open', title: t('skipped.open'), arguments: [item.resourceUri] };
  return item;
}

/** The files of a row: one, or all that were left out for the same reason. */
function pathsOf(row: unknown): readonly string[] {
  if (isFile(row)) return [row.path];
  return isGroup(row) ? row.files.map(({ path }) => path) : [];
}

function isFile(row: unknown): row is SkippedFile {
  return hasKind(row, 'file');
}

function isGroup(row: unknown): row is SkippedGroup {
  return hasKind(row, 'group');
}

function hasKind(row: unknown, kind: Row['kind']): boolean {
  return typeof row === 'object' && row !== null && 'kind' in row && row.kind === kind;
}
