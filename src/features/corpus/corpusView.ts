import * as vscode from 'vscode';
import { type DocumentSummary, GROUPINGS, type Grouping } from '../../core/service/documentList.ts';
import { commands, corpusItems, views } from '../../manifest.ts';
import { type Log, orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { revealFile } from '../../vscode/revealFile.ts';
import type { Sources } from '../provenance/source.ts';
import {
  type CorpusRow,
  type DocumentRow,
  documentDescription,
  documentTooltip,
  type GroupRow,
  groupLabel,
} from './corpusRows.ts';
import type { CorpusSession } from './corpusSession.ts';
import { describeDocument } from './describeDocument.ts';
import { namedState } from './namedState.ts';
import { updateInView } from './updateInView.ts';
import { writeSidecar } from './writeSidecar.ts';

/** Number of documents shown in a group at first, and added by «more». */
const pageSize = 200;
const groupingKey = 'corpus.groupBy';

/** «语料»: the documents of the corpus by year, occasion, speaker or folder. */
export function registerCorpusView(
  session: CorpusSession,
  sources: Sources,
  memory: vscode.Memento,
  log: Log,
): vscode.Disposable {
  const rows = new CorpusRows(session, memory, log);
  const view = vscode.window.createTreeView<CorpusRow>(views.corpus, { treeDataProvider: rows, showCollapseAll: true });
  const updateHead = () => {
    view.description = t(`tree.by.${rows.groupBy}`);
    view.message = namedState(session) === 'starter' ? t('tree.starter') : '';
  };
  updateHead();
  return vscode.Disposable.from(
    view,
    rows,
    session.onDidChangeState(({ kind }) => {
      if (kind !== 'ready' && kind !== 'empty') return;
      updateHead();
      rows.refresh();
    }),
    vscode.commands.registerCommand(commands.groupCorpus, async () => {
      await rows.groupByNext();
      updateHead();
    }),
    vscode.commands.registerCommand(commands.moreDocuments, (group: unknown) => rows.showMore(group)),
    registerDocumentCommands(view, session, sources, log),
  );
}

/** The commands for a document of the tree: that of the row they are called on, or else the selected one. */
function registerDocumentCommands(
  view: vscode.TreeView<CorpusRow>,
  session: CorpusSession,
  sources: Sources,
  log: Log,
): vscode.Disposable {
  // Arguments of commands can come from anywhere, so only the id is taken from them.
  const register = (command: string, run: (document: DocumentSummary) => unknown): vscode.Disposable =>
    vscode.commands.registerCommand(command, async (row: unknown) => {
      const documentId = idOf(row ?? view.selection[0]);
      if (documentId === undefined) return;
      const found = await orNothing(log, session.service.describe({ documentId }));
      if (found?.document !== undefined) await run(found.document);
    });
  const exclude = ({ documentId }: DocumentSummary, isExcluded: boolean) =>
    vscode.window.withProgress({ location: { viewId: views.corpus } }, () =>
      session.describe({ documentId, isExcluded }),
    );
  return vscode.Disposable.from(
    register(commands.openDocument, ({ documentId }) => sources.open([documentId, 0, 1])),
    register(commands.describeDocument, document => describeDocument(session, document)),
    register(commands.excludeDocument, document => exclude(document, true)),
    register(commands.includeDocument, document => exclude(document, false)),
    register(commands.reindexDocument, ({ path }) => updateInView(session, views.corpus, [path])),
    register(commands.writeSidecar, document => writeSidecar(session, document)),
    register(commands.revealDocument, ({ path }) => revealFile(path, log)),
  );
}

class CorpusRows implements vscode.TreeDataProvider<CorpusRow>, vscode.Disposable {
  readonly #session: CorpusSession;
  readonly #memory: vscode.Memento;
  readonly #log: Log;
  readonly #change = new vscode.EventEmitter<CorpusRow | undefined>();
  readonly onDidChangeTreeData = this.#change.event;
  /** How many documents of a group are shown, for groups that the user has expanded further. */
  readonly #shown = new Map<string, number>();
  #groups: readonly GroupRow[] = [];

  constructor(session: CorpusSession, memory: vscode.Memento, log: Log) {
    this.#session = session;
    this.#memory = memory;
    this.#log = log;
  }

  get groupBy(): Grouping {
    const kept = this.#memory.get<Grouping>(groupingKey);
    return kept !== undefined && GROUPINGS.includes(kept) ? kept : 'year';
  }

  async groupByNext(): Promise<void> {
    const next = GROUPINGS[(GROUPINGS.indexOf(this.groupBy) + 1) % GROUPINGS.length]!;
    await this.#memory.update(groupingKey, next);
    this.#shown.clear();
    this.refresh();
  }

  showMore(group: unknown): void {
    const row = this.#groups.find(({ key }) => key === group);
    if (row === undefined) return;
    this.#shown.set(row.key, (this.#shown.get(row.key) ?? pageSize) + pageSize);
    this.#change.fire(row);
  }

  refresh(): void {
    this.#change.fire(undefined);
  }

  async getChildren(row?: CorpusRow): Promise<CorpusRow[]> {
    if (row === undefined) {
      const found = await orNothing(this.#log, this.#session.service.documents({ groupBy: this.groupBy }));
      this.#groups = (found?.groups ?? []).map(group => ({ kind: 'group', ...group }));
      return [...this.#groups];
    }
    if (row.kind !== 'group') return [];
    const limit = this.#shown.get(row.key) ?? pageSize;
    const request = { groupBy: this.groupBy, group: row.key, limit };
    const found = await orNothing(this.#log, this.#session.service.documents(request));
    if (found === undefined) return [];
    const documents = found.documents.map(summary => ({ kind: 'document' as const, ...summary }));
    const left = found.total - documents.length;
    return left > 0 ? [...documents, { kind: 'more', group: row.key, left }] : documents;
  }

  getTreeItem(row: CorpusRow): vscode.TreeItem {
    switch (row.kind) {
      case 'group':
        return this.#groupItem(row);
      case 'document':
        return this.#documentItem(row);
      case 'more': {
        const item = new vscode.TreeItem(t('tree.more', row.left));
        item.id = `more ${this.groupBy} ${row.group}`;
        item.contextValue = corpusItems.more;
        item.command = { command: commands.moreDocuments, title: '', arguments: [row.group] };
        return item;
      }
    }
  }

  dispose(): void {
    this.#change.dispose();
  }

  #groupItem({ key, documents }: GroupRow): vscode.TreeItem {
    const label = groupLabel(this.groupBy, key, this.#session.folders);
    const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Collapsed);
    item.id = `group ${this.groupBy} ${key}`;
    item.description = documents === 1 ? t('tree.single') : t('completion.documents', documents);
    item.tooltip = this.groupBy === 'folder' ? key : label;
    item.contextValue = corpusItems.group;
    return item;
  }

  #documentItem(row: DocumentRow): vscode.TreeItem {
    const item = new vscode.TreeItem(row.title);
    item.id = `document ${row.documentId}`;
    item.description = documentDescription(row);
    item.tooltip = documentTooltip(row);
    item.accessibilityInformation = { label: `${row.title}，${documentDescription(row)}` };
    item.iconPath = new vscode.ThemeIcon(row.isExcluded ? 'circle-slash' : row.edited.length > 0 ? 'pencil' : 'file');
    item.contextValue = row.isExcluded ? corpusItems.excluded : corpusItems.document;
    item.command = { command: commands.openDocument, title: t('skipped.open'), arguments: [row] };
    return item;
  }
}

function idOf(row: unknown): string | undefined {
  const isDocument = typeof row === 'object' && row !== null && 'documentId' in row;
  return isDocument && typeof row.documentId === 'string' ? row.documentId : undefined;
}
