import * as vscode from 'vscode';
import { MODEL_FUNCTIONS, sectionAtCaret } from '../../core/models/sectionAtCaret.ts';
import type { SectionModel, SectionModelsResult } from '../../core/models/sectionModels.ts';
import type { SpeechService } from '../../core/service/speechService.ts';
import type { SectionFunction } from '../../core/structure/section.ts';
import { outlineOfModel, textOfModel, withoutHeading } from '../../core/template/modelSnippet.ts';
import { commands } from '../../manifest.ts';
import { type Log, orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { type Answer, pickStep } from '../../vscode/quickSteps.ts';
import { sourceLine } from '../provenance/provenanceText.ts';
import type { Sources } from '../provenance/source.ts';
import { insertCorpusWords, nameSource, returnTo } from './corpusWords.ts';
import { insertPieces } from './insertPieces.ts';
import { chooseModel } from './modelPick.ts';

/** Sections offered. */
const limit = 40;
/** Sentences offered above them. */
const sentenceLimit = 5;

/** What asking for models needs. */
export interface ModelContext {
  readonly service: SpeechService;
  readonly sources: Sources;
  readonly log: Log;
}

/** «看看别人怎么写这一段»: sections of real speeches that do the same, with their source, to insert as outline or to adapt. */
export function registerSeeOthers(context: ModelContext): vscode.Disposable {
  return vscode.commands.registerCommand(commands.seeOthers, async () => {
    const editor = vscode.window.activeTextEditor;
    if (editor !== undefined) await seeOthers(editor, context);
  });
}

async function seeOthers(editor: vscode.TextEditor, context: ModelContext): Promise<void> {
  const { name, isBegun } = await sectionOf(editor, context);
  const asked = name ?? (await askFunction());
  if (asked === undefined) return;
  const { sections, openings, cues } = await modelsFor(editor, asked, context, limit);
  if (sections.length === 0) {
    void vscode.window.showInformationMessage(t('models.none', asked));
    return;
  }
  const sentences = (isBegun ? openings : cues).slice(0, sentenceLimit);
  for (;;) {
    const chosen = await chooseModel({ name: asked, isBegun, sentences, sections }, context.sources);
    if (typeof chosen !== 'object') return;
    const { sentence, section } = chosen.value;
    if (sentence !== undefined) return insertCorpusWords(editor, sentence.text, sentence.provenance);
    const way = await chooseWay(section);
    if (way === undefined) return;
    if (way === 'back') continue;
    await insertModel(editor, section, way.value.isOutline, isBegun, context);
    return;
  }
}

/** Models for the section at the caret, for the list of templates. */
export async function modelsAtCaret(
  editor: vscode.TextEditor,
  context: ModelContext,
  most: number,
): Promise<readonly SectionModel[]> {
  const { name } = await sectionOf(editor, context);
  return name === undefined ? [] : (await modelsFor(editor, name, context, most)).sections;
}

/** Asks whether as outline or as text, and inserts. */
export async function useModel(editor: vscode.TextEditor, model: SectionModel, context: ModelContext): Promise<void> {
  const { isBegun } = await sectionOf(editor, context);
  const way = await chooseWay(model);
  if (typeof way === 'object') await insertModel(editor, model, way.value.isOutline, isBegun, context);
}

async function modelsFor(
  { document }: vscode.TextEditor,
  name: SectionFunction,
  { service, log }: ModelContext,
  most: number,
): Promise<SectionModelsResult> {
  const request = { function: name, draft: document.getText(), limit: most };
  return (await orNothing(log, service.sectionModels(request))) ?? { sections: [], openings: [], cues: [] };
}

async function sectionOf(
  { document, selection }: vscode.TextEditor,
  { service, log }: ModelContext,
): Promise<{ name: SectionFunction | undefined; isBegun: boolean }> {
  const text = document.getText();
  const outline = await orNothing(log, service.outline({ text, raw: true }));
  const { function: name, isBegun } = sectionAtCaret(
    outline?.sections ?? [],
    text,
    document.offsetAt(selection.active),
  );
  return { name, isBegun };
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

async function insertModel(
  editor: vscode.TextEditor,
  { title, provenance }: SectionModel,
  isOutline: boolean,
  isBegun: boolean,
  { service, log }: ModelContext,
): Promise<void> {
  const { documentId, start, end } = provenance;
  const rendering = await orNothing(log, service.rendering({ documentId }));
  if (rendering === undefined) {
    void vscode.window.showWarningMessage(t('source.gone'));
    return;
  }
  const whole = rendering.text.slice(start, end);
  const text = isBegun && title !== '' ? withoutHeading(whole) : whole;
  await returnTo(editor);
  await insertPieces(editor, isOutline ? outlineOfModel(text) : textOfModel(text), {});
  nameSource(provenance);
}
