import * as vscode from 'vscode';
import type { SectionModel } from '../../core/models/sectionModels.ts';
import type { SectionPhrase } from '../../core/models/sectionPhrases.ts';
import type { SectionFunction } from '../../core/structure/section.ts';
import { t } from '../../vscode/messages.ts';
import { type Answer, answerOf } from '../../vscode/quickSteps.ts';
import { sourceLine } from '../provenance/provenanceText.ts';
import type { Sources } from '../provenance/source.ts';

/** Characters of a section shown where it has no points. */
const shownCharacters = 60;

/** Either a sentence or a section of the corpus. */
export type ChosenModel =
  | { readonly sentence: SectionPhrase; readonly section?: never }
  | { readonly sentence?: never; readonly section: SectionModel };

export interface ModelChoices {
  readonly name: SectionFunction;
  /** The sentences are such as begin a section. */
  readonly isBegun: boolean;
  readonly sentences: readonly SectionPhrase[];
  readonly sections: readonly SectionModel[];
}

interface ModelItem extends vscode.QuickPickItem {
  readonly chosen?: ChosenModel;
}

/** Title, source and points of a section, as a row. */
export function modelRow({ title, opening, points, provenance }: SectionModel): vscode.QuickPickItem {
  return {
    label: title || opening.slice(0, shownCharacters),
    description: sourceLine({ ...provenance, sectionPath: [] }),
    detail: points.length > 0 || title === '' ? points.join(' · ') : opening,
  };
}

/**
 * Sentences above, sections below, the first section in focus. What is in focus is shown beside the draft; a source that was opened
 * only for that is closed again if nothing is taken.
 */
export async function chooseModel(choices: ModelChoices, sources: Sources): Promise<Answer<ChosenModel>> {
  const { name, isBegun, sentences, sections } = choices;
  const sectionItems: ModelItem[] = sections.map(section => ({ ...modelRow(section), chosen: { section } }));
  const pick = vscode.window.createQuickPick<ModelItem>();
  pick.title = t('models.titleOf', name);
  pick.placeholder = t('models.which');
  pick.matchOnDescription = true;
  pick.matchOnDetail = true;
  pick.items = [
    ...headed(t(isBegun ? 'models.openings' : 'models.cues'), sentences.map(sentenceItem)),
    ...headed(t('models.sections'), sectionItems),
  ];
  pick.activeItems = sectionItems.slice(0, 1);
  const before = new Set(openTabs());
  pick.onDidChangeActive(([active]) => {
    const shown = active?.chosen?.sentence ?? active?.chosen?.section;
    if (shown !== undefined) void sources.preview(shown.provenance, vscode.ViewColumn.Beside);
  });
  const answer = await answerOf(pick, 1, () => pick.activeItems[0]?.chosen);
  if (answer === undefined) {
    const opened = openTabs().filter(tab => !before.has(tab) && tab.isPreview);
    await vscode.window.tabGroups.close(opened);
  }
  return answer;
}

function sentenceItem(sentence: SectionPhrase): ModelItem {
  const { text, documents, provenance } = sentence;
  const source = sourceLine({ ...provenance, sectionPath: [] });
  const description = documents === 1 ? source : t('models.sentenceOf', documents, source);
  return { label: text, description, chosen: { sentence } };
}

function headed(label: string, items: readonly ModelItem[]): readonly ModelItem[] {
  return items.length === 0 ? [] : [{ label, kind: vscode.QuickPickItemKind.Separator }, ...items];
}

function openTabs(): readonly vscode.Tab[] {
  return vscode.window.tabGroups.all.flatMap(group => group.tabs);
}
