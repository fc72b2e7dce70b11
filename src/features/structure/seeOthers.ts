import * as vscode from 'vscode';
import { MODEL_FUNCTIONS, sectionAtCaret } from '../../core/models/sectionAtCaret.ts';
import type { SectionModel } from '../../core/models/sectionModels.ts';
import type { SpeechService } from '../../core/service/speechService.ts';
import type { SectionFunction } from '../../core/structure/section.ts';
import { outlineOfModel, textOfModel, withoutHeading } from '../../core/template/modelSnippet.ts';
import { commands } from '../../manifest.ts';
import { type Log, orNothing } from '../../vscode/log.ts';
import { t } from '../../vscode/messages.ts';
import { type Answer, answerOf, pickStep } from '../../vscode/quickSteps.ts';
import { sourceLine } from '../provenance/provenanceText.ts';
import type { Sources } from '../provenance/source.ts';
import { insertPieces } from './insertPieces.ts';

/** Sections offered. */
const limit = 40;
/** Characters of a section shown where it has no points. */
const shownCharacters = 60;
/** How long the source stands in the status bar after its words have been inserted, in milliseconds. */
const remarkTime = 10_000;

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
  const models = await modelsFor(editor, asked, context, limit);
  if (models.length === 0) {
    void vscode.window.showInformationMessage(t('models.none', asked));
    return;
  }
  for (;;) {
    const chosen = await chooseModel(models, asked, context.sources);
    if (typeof chosen !== 'object') return;
    const way = await chooseWay(chosen.value);
    if (way === undefined) return;
    if (way === 'back') continue;
    await insertModel(editor, chosen.value, way.value.isOutline, isBegun, context);
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
  return name === undefined ? [] : modelsFor(editor, name, context, most);
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
): Promise<readonly SectionModel[]> {
  const request = { function: name, draft: document.getText(), limit: most };
  return (await orNothing(log, service.sectionModels(request)))?.sections ?? [];
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

interface ModelItem extends vscode.QuickPickItem {
  readonly model: SectionModel;
}

/** Title, source and points of a model, as a row. */
export function modelRow({ title, opening, points, provenance }: SectionModel): vscode.QuickPickItem {
  return {
    label: title || opening.slice(0, shownCharacters),
    description: sourceLine({ ...provenance, sectionPath: [] }),
    detail: points.length > 0 || title === '' ? points.join(' · ') : opening,
  };
}

/** The focused section is shown beside the draft; a source that was opened only for that is closed again if none is taken. */
async function chooseModel(
  models: readonly SectionModel[],
  name: SectionFunction,
  sources: Sources,
): Promise<Answer<SectionModel>> {
  const pick = vscode.window.createQuickPick<ModelItem>();
  const items = models.map(model => ({ ...modelRow(model), model }));
  Object.assign(pick, { title: t('models.titleOf', name), placeholder: t('models.which'), items });
  Object.assign(pick, { matchOnDescription: true, matchOnDetail: true });
  const before = new Set(openTabs());
  pick.onDidChangeActive(([active]) => {
    if (active !== undefined) void sources.preview(active.model.provenance, vscode.ViewColumn.Beside);
  });
  const answer = await answerOf(pick, 1, () => pick.activeItems[0]?.model);
  if (answer === undefined) {
    const opened = openTabs().filter(tab => !before.has(tab) && tab.isPreview);
    await vscode.window.tabGroups.close(opened);
  }
  return answer;
}

function openTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs);
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
  await vscode.window.showTextDocument(editor.document, { viewColumn: editor.viewColumn ?? vscode.ViewColumn.One });
  await insertPieces(editor, isOutline ? outlineOfModel(text) : textOfModel(text), {});
  vscode.window.setStatusBarMessage(t('models.from', sourceLine({ ...provenance, sectionPath: [] })), remarkTime);
}
