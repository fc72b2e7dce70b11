import * as vscode from 'vscode';
import { commands, rephraseActionKind } from '../../manifest.ts';
import { toRange } from '../../vscode/convert.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import type { CorpusQueries } from './source.ts';

const kind = vscode.CodeActionKind.Empty.append(rephraseActionKind);

/**
 * «换一种说法»: corpus phrases with the same frame or of the same family, as code actions that replace the phrase. Offered only on request: a
 * light bulb at every phrase would be in the way.
 */
export function registerRephrase(queries: CorpusQueries): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: (document, range, context, token) =>
      context.triggerKind === vscode.CodeActionTriggerKind.Invoke
        ? alternatives(queries, document, range, token)
        : undefined,
  };
  return vscode.Disposable.from(
    registerForDrafts(selector =>
      vscode.languages.registerCodeActionsProvider(selector, provider, { providedCodeActionKinds: [kind] }),
    ),
    vscode.commands.registerCommand(commands.rephrase, () =>
      vscode.commands.executeCommand('editor.action.codeAction', { kind: kind.value, apply: 'never' }),
    ),
  );
}

async function alternatives(
  { service, log }: CorpusQueries,
  document: vscode.TextDocument,
  range: vscode.Range,
  token: vscode.CancellationToken,
): Promise<vscode.CodeAction[] | undefined> {
  const request = {
    text: document.getText(),
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
  };
  const found = await orNothing(log, service.rephrase(request));
  if (found === undefined || token.isCancellationRequested) return undefined;
  const { span } = found;
  return found.alternatives.map(({ text, documents, provenance }) => {
    const source = provenance.title;
    const title = documents === 1 ? t('rephrase.single', text, source) : t('rephrase.several', text, documents, source);
    const action = new vscode.CodeAction(title, kind);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.replace(document.uri, toRange(document, span), text);
    return action;
  });
}
