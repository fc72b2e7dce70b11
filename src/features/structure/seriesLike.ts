import * as vscode from 'vscode';
import type { SeriesLikeRequest, SeriesLikeResult } from '../../core/service/seriesLike.ts';
import type { CorpusSeries } from '../../core/service/seriesLookup.ts';
import { blanksOfSeries } from '../../core/template/seriesSnippet.ts';
import { commands } from '../../manifest.ts';
import { orNothing } from '../../vscode/log.ts';
import { forNotification } from '../../vscode/markup.ts';
import { t } from '../../vscode/messages.ts';
import { type Answer, pickStep } from '../../vscode/quickSteps.ts';
import type { CorpusAccess, Sources } from '../provenance/source.ts';
import { insertCorpusWords, nameSource, returnTo } from './corpusWords.ts';
import { insertPieces } from './insertPieces.ts';
import { headed, type PreviewItem, previewPick, withPreviews } from './previewPick.ts';
import { seriesRows } from './seriesRows.ts';

/** Number of series of each kind. */
const limit = 15;

/**
 * «查排比»: lists corpus series that resemble the series selected or at the caret, or that contain a typed member or frame. The chosen one is
 * opened in its source or inserted into the draft.
 */
export function registerSeriesLike(access: CorpusAccess): vscode.Disposable {
  return vscode.commands.registerTextEditorCommand(commands.seriesLike, editor => void lookUp(editor, access));
}

async function lookUp(editor: vscode.TextEditor, access: CorpusAccess): Promise<void> {
  const { document, selection } = editor;
  const [start, end] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
  const found = (await ask({ text: document.getText(), start, end }, access)) ?? (await askTyped(access));
  if (found === undefined) return;
  if (found.groups.length === 0) {
    const words = forNotification(found.members.join('、'), 60);
    void vscode.window.showInformationMessage(t('seriesLike.none', words));
    return;
  }
  const items = seriesRows(found).flatMap(({ heading, rows }) =>
    headed(
      heading,
      rows.map(({ series, ...row }) => ({ ...row, value: series, provenance: series.provenance })),
    ),
  );
  const taken = await withPreviews(() => choose(items, access.sources));
  await taken?.use(editor, taken.series, access);
}

/** Lets the user choose a series and what to do with it; `undefined` if the dialogue is cancelled. */
async function choose(items: readonly PreviewItem<CorpusSeries>[], sources: Sources): Promise<Taken | undefined> {
  let active: (typeof items)[number] | undefined;
  for (;;) {
    const title = t('seriesLike.title');
    const chosen = await previewPick({ title, placeholder: t('seriesLike.which'), items, active }, sources);
    if (typeof chosen !== 'object') return undefined;
    const way = await chooseWay(chosen.value);
    if (way === undefined) return undefined;
    if (way !== 'back') return { series: chosen.value, use: way.value.use };
    active = items.find(({ value }) => value === chosen.value);
  }
}

async function ask(request: SeriesLikeRequest, { service, log }: CorpusAccess): Promise<SeriesLikeResult | undefined> {
  return orNothing(log, service.seriesLike({ ...request, limit }));
}

async function askTyped(access: CorpusAccess): Promise<SeriesLikeResult | undefined> {
  const text = await vscode.window.showInputBox({
    title: t('seriesLike.title'),
    prompt: t('seriesLike.prompt'),
    placeHolder: t('seriesLike.placeholder'),
  });
  return text === undefined ? undefined : ask({ text, start: 0, end: text.length }, access);
}

interface Taken extends Pick<WayItem, 'use'> {
  readonly series: CorpusSeries;
}

interface WayItem extends vscode.QuickPickItem {
  readonly use: (editor: vscode.TextEditor, series: CorpusSeries, access: CorpusAccess) => Promise<void>;
}

function chooseWay({ provenance }: CorpusSeries): Promise<Answer<WayItem>> {
  return pickStep<WayItem>({
    title: t('source.title', provenance.title),
    step: 2,
    totalSteps: 2,
    placeholder: t('models.way'),
    items: [
      { label: t('seriesLike.insert'), use: insert },
      { label: t('seriesLike.blanks'), detail: t('seriesLike.blanksDetail'), use: insertBlanks },
      { label: t('seriesLike.open'), use: open },
    ],
  });
}

async function insert(editor: vscode.TextEditor, series: CorpusSeries, access: CorpusAccess): Promise<void> {
  const text = await wordsOf(series, access);
  if (text !== undefined) await insertCorpusWords(editor, text, series.provenance);
}

async function insertBlanks(editor: vscode.TextEditor, series: CorpusSeries, access: CorpusAccess): Promise<void> {
  const text = await wordsOf(series, access);
  if (text === undefined) return;
  await insertPieces(await returnTo(editor), blanksOfSeries(series, text), {});
  nameSource(series.provenance);
}

/** The series as written, with its markers and punctuation. */
async function wordsOf(
  { provenance: { documentId, start, end } }: CorpusSeries,
  { service, log }: CorpusAccess,
): Promise<string | undefined> {
  const rendering = await orNothing(log, service.rendering({ documentId }));
  if (rendering === undefined) void vscode.window.showWarningMessage(t('source.gone'));
  return rendering?.text.slice(start, end);
}

async function open(
  _editor: vscode.TextEditor,
  { provenance: { documentId, start, end } }: CorpusSeries,
  { sources }: CorpusAccess,
): Promise<void> {
  await sources.open([documentId, start, end], vscode.ViewColumn.Beside);
}
