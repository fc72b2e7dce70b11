import * as vscode from 'vscode';
import { FORM_KINDS } from '../../core/check/finding.ts';
import { commands, fixAllActionKind } from '../../manifest.ts';
import { toWorkspaceEdit } from '../../vscode/draftEdit.ts';
import { registerForDrafts } from '../../vscode/languages.ts';
import { orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { remark } from '../../vscode/remark.ts';
import type { CorpusQueries } from '../provenance/source.ts';

const kind = vscode.CodeActionKind.Empty.append(fixAllActionKind);

/**
 * «全部规范»: fixes all findings of form at once, by command or, if the user has configured it, whenever a draft is saved. Words are never
 * changed.
 */
export function registerFixAll(queries: CorpusQueries): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    provideCodeActions: async (document, _range, { only }, token) => {
      // Only when requested: for the light bulb, this would run at every move of the caret.
      if (only === undefined || !only.contains(kind)) return undefined;
      const edit = await fixesOf(document, queries);
      if (edit === undefined || token.isCancellationRequested) return undefined;
      const action = new vscode.CodeAction(t('check.fixAll'), kind);
      action.edit = edit;
      return [action];
    },
  };
  return vscode.Disposable.from(
    registerForDrafts(selector =>
      vscode.languages.registerCodeActionsProvider(selector, provider, { providedCodeActionKinds: [kind] }),
    ),
    vscode.commands.registerTextEditorCommand(commands.fixAll, ({ document }) => void fixAll(document, queries)),
  );
}

async function fixAll(document: vscode.TextDocument, queries: CorpusQueries): Promise<void> {
  const edit = await fixesOf(document, queries);
  if (edit === undefined) remark(t('check.nothingToFix'));
  else await vscode.workspace.applyEdit(edit);
}

/** `undefined` if there is nothing to fix, or if the draft has changed meanwhile. */
async function fixesOf(
  document: vscode.TextDocument,
  { service, log }: CorpusQueries,
): Promise<vscode.WorkspaceEdit | undefined> {
  const { version } = document;
  const answer = await orNothing(log, service.check({ text: document.getText() }));
  if (answer === undefined || document.version !== version) return undefined;
  const edits = answer.findings
    .filter(finding => FORM_KINDS.has(finding.kind))
    .flatMap(({ fixes: [first] }) => first?.edits ?? []);
  return edits.length === 0 ? undefined : toWorkspaceEdit(document, edits);
}
