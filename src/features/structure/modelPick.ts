import type * as vscode from 'vscode';
import type { SectionModel } from '../../core/models/sectionModels.ts';
import type { SectionPhrase } from '../../core/models/sectionPhrases.ts';
import type { SectionFunction } from '../../core/structure/section.ts';
import { t } from '../../vscode/messages.ts';
import type { Answer } from '../../vscode/quickSteps.ts';
import { countedSource, sourceLine } from '../provenance/provenanceText.ts';
import type { Sources } from '../provenance/source.ts';
import { headed, type PreviewItem, previewPick } from './previewPick.ts';

/** Number of characters shown of a section without points. */
const shownCharacters = 60;

/** A chosen sentence or section of the corpus. */
export type ChosenModel =
  | { readonly sentence: SectionPhrase; readonly section?: never }
  | { readonly sentence?: never; readonly section: SectionModel };

export interface ModelChoices {
  readonly name: SectionFunction;
  /** Whether the caret is right below the heading, so that the sentences are such as begin a section. */
  readonly isBelowHeading: boolean;
  readonly sentences: readonly SectionPhrase[];
  readonly sections: readonly SectionModel[];
}

/** A section as a row: its title, source and points. */
export function modelRow({ title, opening, points, provenance }: SectionModel): vscode.QuickPickItem {
  return {
    label: title || opening.slice(0, shownCharacters),
    description: sourceLine({ ...provenance, sectionPath: [] }),
    detail: points.length > 0 || title === '' ? points.join(' · ') : opening,
  };
}

/** Lists sentences and, below them, sections; the first section has the focus. */
export function chooseModel(choices: ModelChoices, sources: Sources): Promise<Answer<ChosenModel>> {
  const { name, isBelowHeading, sentences, sections } = choices;
  const sectionItems = sections.map(sectionItem);
  const items = [
    ...headed(t(isBelowHeading ? 'models.openings' : 'models.cues'), sentences.map(sentenceItem)),
    ...headed(t('models.sections'), sectionItems),
  ];
  const [active] = sectionItems;
  return previewPick({ title: t('models.titleOf', name), placeholder: t('models.which'), items, active }, sources);
}

function sectionItem(section: SectionModel): PreviewItem<ChosenModel> {
  return { ...modelRow(section), value: { section }, provenance: section.provenance };
}

function sentenceItem(sentence: SectionPhrase): PreviewItem<ChosenModel> {
  const { text, documents, provenance } = sentence;
  return { label: text, description: countedSource(documents, provenance), value: { sentence }, provenance };
}
