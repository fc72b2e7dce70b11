import * as vscode from 'vscode';
import { EDITABLE_FIELDS, type EditableField } from '../../core/document/editableFields.ts';
import { LEVELS } from '../../core/document/speechMetadata.ts';
import type { DocumentSummary } from '../../core/service/documentList.ts';
import { t } from '../../vscode/messages.ts';
import { showFailure } from '../../vscode/showFailure.ts';
import type { CorpusSession } from './corpusSession.ts';

interface FieldPick extends vscode.QuickPickItem {
  readonly field: EditableField;
}

/**
 * Lets the user correct the metadata of a document: first the field, then its value. An empty value means there is none; the arrow takes
 * the correction back.
 */
export async function describeDocument(session: CorpusSession, summary: DocumentSummary): Promise<void> {
  const field = await chooseField(summary);
  if (field === undefined) return;
  const value = await askValue(summary, field);
  if (value === undefined) return;
  try {
    await session.describe({ documentId: summary.documentId, changes: { [field]: value } });
  } catch (error) {
    showFailure('describe.failed', error);
  }
}

async function chooseField(summary: DocumentSummary): Promise<EditableField | undefined> {
  const items = EDITABLE_FIELDS.map((field): FieldPick => {
    const value = field === 'title' ? summary.title : summary.metadata[field];
    return {
      label: t(`field.${field}`),
      description: value ?? t('tree.unknown'),
      ...(summary.edited.includes(field) && { iconPath: new vscode.ThemeIcon('pencil') }),
      field,
    };
  });
  const chosen = await vscode.window.showQuickPick(items, { title: t('describe.title', summary.title) });
  return chosen?.field;
}

/** `null` takes the correction back. */
async function askValue(summary: DocumentSummary, field: EditableField): Promise<string | null | undefined> {
  const restore = { label: t('describe.restore'), value: null };
  const isEdited = summary.edited.includes(field);
  if (field === 'level') {
    const items = [...LEVELS.map(level => ({ label: level, value: level })), { label: t('tree.unknown'), value: '' }];
    const chosen = await vscode.window.showQuickPick(isEdited ? [...items, restore] : items, {
      title: t(`field.${field}`),
    });
    return chosen?.value;
  }
  return inputValue(summary.metadata[field] ?? '', field, isEdited);
}

function inputValue(value: string, field: EditableField, isEdited: boolean): Promise<string | null | undefined> {
  const box = vscode.window.createInputBox();
  box.title = t(`field.${field}`);
  box.value = value;
  box.prompt = t(field === 'date' ? 'describe.datePrompt' : 'describe.prompt');
  if (isEdited) box.buttons = [{ iconPath: new vscode.ThemeIcon('discard'), tooltip: t('describe.restore') }];
  return new Promise(resolve => {
    box.onDidAccept(() => {
      resolve(box.value);
      box.hide();
    });
    box.onDidTriggerButton(() => {
      resolve(null);
      box.hide();
    });
    box.onDidHide(() => {
      resolve(undefined);
      box.dispose();
    });
    box.show();
  });
}
