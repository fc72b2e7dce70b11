import * as vscode from 'vscode';
import { MODEL_FUNCTIONS, sectionAtCaret } from '../../core/models/sectionAtCaret.ts';
import type { SectionModel, SectionModelsResult } from '../../core/models/sectionModels.ts';
import type { SectionFunction } from '../../core/structure/section.ts';
import { outlineOfModel, textOfModel, withoutHeading } from '../../core/template/modelSnippet.ts';
import { commands } from '../../manifest.ts';
import { orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { type Answer, pickStep } from '../../vscode/quickSteps.ts';
import { sourceLine } from '../provenance/provenanceText.ts';
import type { CorpusAccess, CorpusQueries } from '../provenance/source.ts';
import { insertCorpusWords, nameSource, returnTo } from './corpusWords.ts';
import { insertPieces } from './insertPieces.ts';
import { chooseModel, type ModelChoices } from './modelPick.ts';
import { withPreviews } from './previewPick.ts';

/** Number of sections offered. */
const limit = 40;
/** Number of sentences offered above them. */
const sentenceLimit = 5;

/**
 * «看看别人怎么写这一段»: lists sections of real speeches with the same function and their sources, to be inserted as an outline or as text to adapt.
 */
export function registerSeeOthers(access: CorpusAccess): vscode.Disposable {
  return vscode.commands.registerCommand(commands.seeOthers, async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor !== undefined) await seeOthers(editor, access);
  });
}

async function seeOthers(editor: vscode.TextEditor, access: CorpusAccess): Promise<void> {
  const { name, isBelowHeading } = await sectionOf(editor, access);
  const asked = name ?? (await askFunction());
  if (asked === undefined) return;
  const { sections, openings, cues } = await modelsFor(editor, asked, access, limit);
  if (sections.length === 0) {
    void vscode.window.showInformationMessage(t('models.none', asked));
    return;
  }
  const sentences = (isBelowHeading ? openings : cues).slice(0, sentenceLimit);
  const choices = { name: asked, isBelowHeading, sentences, sections };
  const insert = await withPreviews(() => choose(editor, choices, access));
  await insert?.();
}

/** The insertion of the chosen sentence or section; `undefined` if the user cancelled. */
async function choose(
  editor: vscode.TextEditor,
  choices: ModelChoices,
  access: CorpusAccess,
): Promise<(() => Promise<void>) | undefined> {
  for (;;) {
    const chosen = await chooseModel(choices, access.sources);
    if (typeof chosen !== 'object') return undefined;
    const { sentence, section } = chosen.value;
    if (sentence !== undefined) return () => insertCorpusWords(editor, sentence.text, sentence.provenance);
    const way = await chooseWay(section);
    if (way === undefined) return undefined;
    if (way === 'back') continue;
    const { isOutline } = way.value;
    return () => insertModel(editor, section, { isOutline, isBelowHeading: choices.isBelowHeading }, access);
  }
}

/** Corpus sections with the function of the section at the caret, for the list of templates. */
export async function modelsAtCaret(
  editor: vscode.TextEditor,
  access: CorpusAccess,
  most: number,
): Promise<readonly SectionModel[]> {
  const { name } = await sectionOf(editor, access);
  return name === undefined ? [] : (await modelsFor(editor, name, access, most)).sections;
}

/** Asks whether to insert the section as an outline or as text, and inserts it. */
export async function useModel(editor: vscode.TextEditor, model: SectionModel, access: CorpusAccess): Promise<void> {
  const { isBelowHeading } = await sectionOf(editor, access);
  const way = await chooseWay(model);
  if (typeof way !== 'object') return;
  await insertModel(editor, model, { isOutline: way.value.isOutline, isBelowHeading }, access);
}

async function modelsFor(
  { document }: vscode.TextEditor,
  name: SectionFunction,
  { service, log }: CorpusQueries,
  most: number,
): Promise<SectionModelsResult> {
  const request = { function: name, draft: document.getText(), limit: most };
  return (await orNothing(log, service.sectionModels(request))) ?? { sections: [], openings: [], cues: [] };
}

async function sectionOf(
  { document, selection }: vscode.TextEditor,
  { service, log }: CorpusQueries,
): Promise<{ name: SectionFunction | undefined; isBelowHeading: boolean }> {
  const text = document.getText();
  const outline = await orNothing(log, service.outline({ text, raw: true }));
  const { function: name, isBelowHeading } = sectionAtCaret(
    outline?.sections ?? [],
    text,
    document.offsetAt(selection.active),
  );
  return { name, isBelowHeading };
}

async function askFunction(): Promise<SectionFunction | undefined> {
  const items = MODEL_FUNCTIONS.map(name => ({ label: name, name }));
  const picked = await vscode.window.showQuickPick(items, {
    title: t('models.title'),
    placeHolder: t('models.function'),
  });
  return picked?.name;
}

interface WayItem extends vscode.QuickPickItem {
  readonly isOutline: boolean;
}

function chooseWay(model: SectionModel): Promise<Answer<WayItem>> {
  return pickStep<WayItem>({
    title: sourceLine({ ...model.provenance, sectionPath: [] }),
    step: 2,
    totalSteps: 2,
    placeholder: t('models.way'),
    items: [
      { label: t('models.outline'), detail: t('models.outlineDetail'), isOutline: true },
      { label: t('models.text'), detail: t('models.textDetail'), isOutline: false },
    ],
  });
}

/** Inserts a model as an outline or as text; below a heading of the draft, without the model's own. */
async function insertModel(
  editor: vscode.TextEditor,
  { title, provenance }: SectionModel,
  { isOutline, isBelowHeading }: { readonly isOutline: boolean; readonly isBelowHeading: boolean },
  { service, log }: CorpusQueries,
): Promise<void> {
  const { documentId, start, end } = provenance;
  const rendering = await orNothing(log, service.rendering({ documentId }));
  if (rendering === undefined) {
    void vscode.window.showWarningMessage(t('source.gone'));
    return;
  }
  const whole = rendering.text.slice(start, end);
  const text = isBelowHeading && title !== '' ? withoutHeading(whole) : whole;
  await returnTo(editor);
  await insertPieces(editor, isOutline ? outlineOfModel(text) : textOfModel(text), {});
  nameSource(provenance);
}
