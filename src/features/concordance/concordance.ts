import * as vscode from 'vscode';
import { literalQuery } from '../../core/query/literal.ts';
import type { SpeechService } from '../../core/service/speechService.ts';
import { commands, concordanceView } from '../../manifest.ts';
import { LastDraft } from '../../vscode/lastDraft.ts';
import { type Log, orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import type { Sources } from '../provenance/source.ts';
import { ConcordancePanel } from './concordancePanel.ts';
import { LineActions } from './lineActions.ts';

/** Longer selections are looked for by their beginning. */
const longestPhrase = 60;

/** «语境检索»: a panel with all the places of a phrase or a pattern. One panel, which every way in shows again. */
export function registerConcordance(
  service: SpeechService,
  sources: Sources,
  extensionUri: vscode.Uri,
  log: Log,
): vscode.Disposable {
  const draft = new LastDraft();
  const context = { extensionUri, service, sources, log, actions: new LineActions(draft) };
  let open: ConcordancePanel | undefined;
  const show = (query: string): void => {
    open ??= createPanel(context, () => {
      open = undefined;
    });
    open.panel.reveal();
    open.open(query);
  };
  return vscode.Disposable.from(
    draft,
    new vscode.Disposable(() => open?.panel.dispose()),
    vscode.commands.registerCommand(commands.concordance, async () => {
      const editor = vscode.window.activeTextEditor;
      show(editor === undefined ? '' : await queryAt(service, log, editor.document, editor.selection));
    }),
    // From a link of a hover: a place in the active draft, since texts in links could be forged.
    vscode.commands.registerCommand(commands.concordanceAt, async (line: unknown, character: unknown) => {
      const editor = vscode.window.activeTextEditor;
      if (editor === undefined || !isIndex(line) || !isIndex(character)) return;
      const offset = editor.document.offsetAt(editor.document.validatePosition(new vscode.Position(line, character)));
      const found = await orNothing(log, service.hover({ text: editor.document.getText(), offset, limit: 1 }));
      show(found === undefined ? '' : literalQuery(found.phrase.slice(0, longestPhrase)));
    }),
  );
}

function createPanel(
  context: ConstructorParameters<typeof ConcordancePanel>[1],
  onDispose: () => void,
): ConcordancePanel {
  const options = { retainContextWhenHidden: true };
  const column = vscode.window.activeTextEditor === undefined ? vscode.ViewColumn.Active : vscode.ViewColumn.Beside;
  const panel = vscode.window.createWebviewPanel(concordanceView, t('concordance.title'), column, options);
  const concordance = new ConcordancePanel(panel, context);
  panel.onDidDispose(() => {
    concordance.dispose();
    onDispose();
  });
  return concordance;
}

/** A query for the text of `range`, or for the phrase around it if it is empty. */
async function queryAt(
  service: SpeechService,
  log: Log,
  document: vscode.TextDocument,
  range: vscode.Range,
): Promise<string> {
  const selected = document.getText(range).trim();
  if (selected !== '') return literalQuery(selected.split('\n')[0]!.slice(0, longestPhrase));
  const request = { text: document.getText(), offset: document.offsetAt(range.start), limit: 1 };
  const found = await orNothing(log, service.phraseAt(request));
  return found === undefined ? '' : literalQuery(found.phrase.slice(0, longestPhrase));
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
