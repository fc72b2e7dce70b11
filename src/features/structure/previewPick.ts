import * as vscode from 'vscode';
import type { Provenance } from '../../core/document/provenance.ts';
import { type Answer, answerOf } from '../../vscode/quickSteps.ts';
import type { Sources } from '../provenance/source.ts';

/** A row for words of the corpus, or a heading of rows. */
export interface PreviewItem<T> extends vscode.QuickPickItem {
  readonly value?: T;
  readonly provenance?: Provenance;
}

export interface PreviewPick<T> {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly PreviewItem<T>[];
  /** The row that has the focus at first, if not the first one. */
  readonly active?: PreviewItem<T> | undefined;
}

/** Runs a dialogue of preview lists: if it is cancelled, the sources that were opened only as previews are closed again. */
export async function withPreviews<T>(choose: () => Promise<T | undefined>): Promise<T | undefined> {
  const before = new Set(openTabs());
  const taken = await choose();
  if (taken === undefined) {
    const opened = openTabs().filter(tab => !before.has(tab) && tab.isPreview);
    await vscode.window.tabGroups.close(opened);
  }
  return taken;
}

/** A list that shows the focused row in its source beside the draft. */
export function previewPick<T>(
  { title, placeholder, items, active }: PreviewPick<T>,
  sources: Sources,
): Promise<Answer<T>> {
  const pick = vscode.window.createQuickPick<PreviewItem<T>>();
  Object.assign(pick, { title, placeholder, items, matchOnDescription: true, matchOnDetail: true });
  // The editor focuses the first row anyway, without firing an event.
  if (active !== undefined && active !== items.find(({ value }) => value !== undefined)) pick.activeItems = [active];
  pick.onDidChangeActive(([focused]) => {
    if (focused?.provenance !== undefined) void sources.preview(focused.provenance, vscode.ViewColumn.Beside);
  });
  return answerOf(pick, 1, () => pick.activeItems[0]?.value);
}

/** The rows below a heading; nothing if there are none. */
export function headed<T>(label: string, items: readonly PreviewItem<T>[]): readonly PreviewItem<T>[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function openTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs);
}
