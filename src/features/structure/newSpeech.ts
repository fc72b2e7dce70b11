import * as vscode from 'vscode';
import { snippetBody, snippetPieces } from '../../core/template/snippet.ts';
import { composeSpeech, partOf, type SpeechPart, speechParts } from '../../core/template/speechParts.ts';
import { fillVariables, type VariableValues } from '../../core/template/variables.ts';
import { commands, languageId } from '../../manifest.ts';
import { t } from '../../vscode/messages.ts';
import { type Answer, pickStep } from '../../vscode/quickSteps.ts';
import type { DraftVariables } from './draftVariables.ts';
import { chooseParts } from './partsPick.ts';
import { sectionTemplates, skeletonTemplates, type Template } from './templateText.ts';
import { type TemplateVariable, variableNames, variablesOf } from './templateVariables.ts';
import { askVariable } from './variableStep.ts';

/** «新建讲话稿…»: asks for occasion, variables and sections, then opens a draft with all of them and the first snippet stop selected. */
export function registerNewSpeech(variables: DraftVariables): vscode.Disposable {
  return vscode.commands.registerCommand(commands.newSpeech, () => newSpeech(variables));
}

async function newSpeech(variables: DraftVariables): Promise<void> {
  const empty = emptyDraft();
  const wanted = await ask({ ...variables.kept, ...(empty && variables.of(empty)) });
  if (wanted === undefined) return;
  const { template, values, parts } = wanted;
  const document = empty ?? (await vscode.workspace.openTextDocument({ language: languageId, content: '' }));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  const body = snippetBody(fillVariables(composeSpeech(template, parts, variableNames), values));
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  await editor.insertSnippet(new vscode.SnippetString(body), document.validateRange(all));
  await variables.remember(document.uri, values);
}

/** The focused draft, if it is empty: whoever starts a speech there does not want a second file. */
function emptyDraft(): vscode.TextDocument | undefined {
  const document = vscode.window.activeTextEditor?.document;
  return document?.languageId === languageId && document.getText().trim() === '' ? document : undefined;
}

interface Wanted {
  readonly template: Template;
  readonly values: VariableValues;
  readonly parts: readonly SpeechPart[];
}

/** Runs the steps, forwards and backwards; earlier answers are kept when the user goes back. */
async function ask(known: VariableValues): Promise<Wanted | undefined> {
  let template: Template | undefined;
  let parts: readonly SpeechPart[] | undefined;
  const said: Record<string, string> = { ...known };
  let step = 1;
  for (;;) {
    const asked: readonly TemplateVariable[] = variablesOf(snippetPieces((template ?? skeletonTemplates[0]!).body));
    const totalSteps = asked.length + 2;
    const variable = asked[step - 2];
    let answer: Answer<unknown>;
    if (step === 1 || template === undefined) {
      const picked: Answer<TemplateItem> = await chooseOccasion(template, totalSteps);
      if (isGiven(picked) && picked.value.template !== template) {
        template = picked.value.template;
        parts = undefined;
      }
      answer = picked;
    } else if (variable !== undefined) {
      const given: Answer<string> = await askVariable(variable, said, step, totalSteps);
      if (isGiven(given)) said[variable.name] = given.value;
      answer = given;
    } else {
      const title = t('newSpeech.title', template.head);
      const chosen: Answer<readonly SpeechPart[]> = await chooseParts(
        { title, step, totalSteps },
        parts ?? speechParts(template).parts,
        offeredParts(template),
      );
      if (isGiven(chosen)) return { template, values: valuesOf(asked, said), parts: chosen.value };
      answer = chosen;
    }
    if (answer === undefined) return undefined;
    step += answer === 'back' ? -1 : 1;
  }
}

interface TemplateItem extends vscode.QuickPickItem {
  readonly template: Template;
}

function chooseOccasion(current: Template | undefined, totalSteps: number): Promise<Answer<TemplateItem>> {
  const items = skeletonTemplates.map(
    (template): TemplateItem => ({
      label: template.head,
      description: template.initials,
      detail: speechParts(template)
        .parts.map(({ title }) => title)
        .join(' · '),
      template,
    }),
  );
  return pickStep({
    title: t('newSpeech.occasionTitle'),
    step: 1,
    totalSteps,
    placeholder: t('newSpeech.occasion'),
    items,
    active: items.find(item => item.template === current),
  });
}

/** Sections that are not in the template, each under a heading of its own. */
function offeredParts(template: Template): SpeechPart[] {
  const own = new Set(speechParts(template).parts.map(part => part.function));
  const others = sectionTemplates.filter(({ heading }) => heading !== undefined);
  return others.filter(other => !own.has(other.function)).map(partOf);
}

function valuesOf(asked: readonly TemplateVariable[], said: VariableValues): VariableValues {
  return Object.fromEntries(asked.flatMap(({ name }) => (said[name] ? [[name, said[name]]] : [])));
}

function isGiven<T>(answer: Answer<T>): answer is { readonly value: T } {
  return typeof answer === 'object';
}
