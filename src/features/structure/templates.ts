import * as vscode from 'vscode';
import type { SectionModel } from '../../core/models/sectionModels.ts';
import { parseSnippet, type SnippetPiece, snippetPieces } from '../../core/template/snippet.ts';
import type { VariableValues } from '../../core/template/variables.ts';
import { commands } from '../../manifest.ts';
import { isDraft } from '../../vscode/languages.ts';
import { t } from '../../vscode/messages.ts';
import { shortLine } from '../../vscode/shorten.ts';
import type { CorpusAccess } from '../provenance/source.ts';
import type { DraftVariables } from './draftVariables.ts';
import { registerEmptyDraftLens } from './emptyDraftLens.ts';
import { insertPieces } from './insertPieces.ts';
import { modelRow } from './modelPick.ts';
import { registerNewSpeech } from './newSpeech.ts';
import { registerPartKeys } from './partsPick.ts';
import { modelsAtCaret, registerSeeOthers, useModel } from './seeOthers.ts';
import { type Template, templates } from './templateText.ts';
import { variablesOf } from './templateVariables.ts';
import { askVariable } from './variableStep.ts';

/** Longest preview of a template's text in its row. */
const longestPreview = 80;
/** Number of corpus sections listed below the templates. */
const offeredModels = 8;

/**
 * «插入结构模板»: a list of all structures with a preview, or with a head as argument that template at once. While typing, templates are offered
 * by the completion provider. «新建讲话稿…» builds a whole speech step by step.
 */
export function registerTemplates(variables: DraftVariables, access: CorpusAccess): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(commands.insertTemplate, async (head?: unknown) => {
      const editor = vscode.window.activeTextEditor;
      const template = templates.find(one => one.head === head);
      if (editor === undefined) return;
      if (template === undefined) await insertTemplate(editor, variables, access);
      else await insertPieces(editor, snippetPieces(template.body), variables.of(editor.document));
    }),
    vscode.workspace.onDidOpenTextDocument(document => {
      if (isDraft(document)) void variables.follow(document);
    }),
    registerNewSpeech(variables),
    registerSeeOthers(access),
    registerPartKeys(),
    registerEmptyDraftLens(),
  );
}

interface TemplateItem extends vscode.QuickPickItem {
  readonly template?: Template;
  readonly model?: SectionModel;
}

/** Lists the templates and, below them, real sections with the function of the section at the caret. */
async function insertTemplate(
  editor: vscode.TextEditor,
  variables: DraftVariables,
  access: CorpusAccess,
): Promise<void> {
  const found = await modelsAtCaret(editor, access, offeredModels);
  const items: TemplateItem[] = [
    ...templates.map(toPick),
    ...(found.length > 0 ? [{ label: t('template.models'), kind: vscode.QuickPickItemKind.Separator }] : []),
    ...found.map(model => ({ ...modelRow(model), model })),
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: t('template.title'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen?.model !== undefined) return useModel(editor, chosen.model, access);
  if (chosen?.template === undefined) return;
  const pieces = snippetPieces(chosen.template.body);
  const values = await askMissing(editor.document, pieces, variables);
  if (values !== undefined) await insertPieces(editor, pieces, values);
}

/** Asks for the variables without a value. An empty answer leaves a snippet stop; cancelling the dialogue cancels the command. */
async function askMissing(
  document: vscode.TextDocument,
  pieces: readonly SnippetPiece[],
  variables: DraftVariables,
): Promise<VariableValues | undefined> {
  const known = variables.of(document);
  const missing = variablesOf(pieces).filter(({ name }) => known[name] === undefined);
  const said: Record<string, string> = {};
  for (let step = 1; step <= missing.length; ) {
    const variable = missing[step - 1]!;
    const answer = await askVariable(variable, { ...variables.kept, ...said }, step, missing.length);
    if (answer === undefined) return undefined;
    if (answer !== 'back') said[variable.name] = answer.value;
    step += answer === 'back' ? -1 : 1;
  }
  if (missing.length > 0) await variables.remember(document.uri, said);
  return { ...known, ...said };
}

function toPick(template: Template): vscode.QuickPickItem & { template: Template } {
  return {
    label: template.head,
    description: `${template.initials}　${template.description}`,
    detail: shortLine(parseSnippet(template.body).text, longestPreview),
    template,
  };
}
