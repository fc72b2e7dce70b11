import * as vscode from 'vscode';
import { literalQuery } from '../../core/query/literal.ts';
import { commands, concordanceView } from '../../manifest.ts';
import { draftAt } from '../../vscode/convert.ts';
import { LastDraft } from '../../vscode/lastDraft.ts';
import { linkedPosition } from '../../vscode/linkArguments.ts';
import { orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { phraseAt } from '../provenance/phraseAt.ts';
import type { CorpusAccess, CorpusQueries } from '../provenance/source.ts';
import { ConcordancePanel, type PanelContext } from './concordancePanel.ts';
import { LineActions } from './lineActions.ts';

/** Of longer selections only the beginning is searched for. */
const longestPhrase = 60;

/** «语境检索»: a panel with all occurrences of a phrase or a pattern. There is one panel, which every command shows again. */
export function registerConcordance(access: CorpusAccess, extensionUri: vscode.Uri): vscode.Disposable {
  const { service, log } = access;
  const draft = new LastDraft();
  const context = { ...access, extensionUri, actions: new LineActions(draft) };
  let concordance: ConcordancePanel | undefined;
  const show = (query: string): void => {
    concordance ??= createPanel(context, () => {
      concordance = undefined;
    });
    concordance.panel.reveal();
    concordance.lookFor(query);
  };
  return vscode.Disposable.from(
    draft,
    new vscode.Disposable(() => concordance?.panel.dispose()),
    vscode.commands.registerCommand(commands.concordance, async () => {
      const editor = vscode.window.activeTextEditor;
      show(editor === undefined ? '' : await queryAt(access, editor));
    }),
    // Called from a link in a hover, with a place in the active draft: text in links could be forged.
    vscode.commands.registerCommand(commands.concordanceAt, async (line: unknown, character: unknown) => {
      const document = vscode.window.activeTextEditor?.document;
      const position = document && linkedPosition(document, line, character);
      if (document === undefined || position === undefined) return;
      show(queryFor(await orNothing(log, service.hover({ ...draftAt(document, position), limit: 1 }))));
    }),
  );
}

function createPanel(context: PanelContext, onDispose: () => void): ConcordancePanel {
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

/** A query for the selected text, or for the phrase at the caret. */
async function queryAt(queries: CorpusQueries, { document, selection }: vscode.TextEditor): Promise<string> {
  const [selected = ''] = document.getText(selection).trim().split('\n');
  return queryFor(selected === '' ? await phraseAt(queries, document, selection.start) : { phrase: selected });
}

/** The query as text; empty if no phrase was found. */
function queryFor(found: { readonly phrase: string } | undefined): string {
  return literalQuery(found?.phrase.slice(0, longestPhrase) ?? '');
}
