import * as vscode from 'vscode';
import { type BlankLayout, type BlankSize, seriesBlank } from '../../core/numbering/seriesBlank.ts';
import { BLANK_FAMILIES, type BlankFamily } from '../../core/numbering/seriesFamilies.ts';
import { parseSnippet } from '../../core/template/snippet.ts';
import { commands } from '../../manifest.ts';
import { insertSnippet } from '../../vscode/insertSnippet.ts';
import { t } from '../../vscode/messages.ts';

const previewed = 3;

interface FamilyPick extends vscode.QuickPickItem {
  readonly family: BlankFamily;
}

interface SizePick extends vscode.QuickPickItem, BlankSize {}

/**
 * «排比…»: inserts an empty series at the caret. Asks for the family, then for the number of members and the layout, with a preview of each.
 */
export function registerStartSeries(): vscode.Disposable {
  return vscode.commands.registerTextEditorCommand(commands.startSeries, editor => void startSeries(editor));
}

async function startSeries(editor: vscode.TextEditor): Promise<void> {
  const family = (await choose(BLANK_FAMILIES.map(toFamilyPick), t('series.family')))?.family;
  if (family === undefined) return;
  const size = await choose(sizesOf(family), t('series.size', family.name));
  if (size === undefined) return;
  const { document, selection } = editor;
  const caret = document.offsetAt(selection.active);
  const { body, edits } = seriesBlank(document.getText(), caret, family, size);
  const range = new vscode.Range(selection.active, selection.active);
  await insertSnippet(editor, { body, range, edits, keepWhitespace: true });
}

function choose<T extends vscode.QuickPickItem>(items: readonly T[], title: string): Thenable<T | undefined> {
  return vscode.window.showQuickPick(items, { title, matchOnDescription: true });
}

function toFamilyPick(family: BlankFamily): FamilyPick {
  const count = Math.min(Math.max(previewed, family.least), family.most);
  return { label: family.name, description: preview(family, { count, layout: 'run-in' }), family };
}

function sizesOf(family: BlankFamily): SizePick[] {
  const layouts: readonly BlankLayout[] = family.isHeading
    ? ['lines']
    : family.mayBeLines
      ? ['run-in', 'lines']
      : ['run-in'];
  return Array.from({ length: family.most - family.least + 1 }, (_, index) => family.least + index).flatMap(count =>
    layouts.map(layout => ({
      label: t(layout === 'lines' ? 'series.lines' : 'series.runIn', count),
      description: preview(family, { count, layout }),
      count,
      layout,
    })),
  );
}

function preview(family: BlankFamily, size: BlankSize): string {
  return parseSnippet(seriesBlank('', 0, family, size).body).text.replace(/\n/g, ' ⏎ ');
}
