import * as vscode from 'vscode';
import { decode } from '../../core/document/decode.ts';
import { EDITABLE_FIELDS } from '../../core/document/editableFields.ts';
import { formatSidecar, SIDECAR_SUFFIX } from '../../core/document/sidecar.ts';
import type { DocumentSummary } from '../../core/service/documentList.ts';
import { t } from '../../vscode/messages.ts';
import { showFailure } from '../../vscode/showFailure.ts';
import { isCancelled } from './corpusEngine.ts';
import type { CorpusSession } from './corpusSession.ts';

/**
 * «把元数据写到文件旁»: writes the metadata of a document to a YAML file beside it and opens that file. Corrections made in the editor move there
 * and are no longer stored separately.
 */
export async function writeSidecar(session: CorpusSession, summary: DocumentSummary): Promise<void> {
  const { documentId, path, metadata, edited } = summary;
  const uri = vscode.Uri.file(path + SIDECAR_SUFFIX);
  const fields = Object.fromEntries(
    EDITABLE_FIELDS.flatMap(field => {
      const value = metadata[field] ?? (edited.includes(field) ? '' : undefined);
      return value === undefined ? [] : [[field, value]];
    }),
  );
  try {
    const text = formatSidecar(fields, await existingText(uri));
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await vscode.window.showTextDocument(uri, { preview: true });
    await session.update();
    const changes = Object.fromEntries(edited.map(field => [field, null]));
    if (edited.length > 0) await session.describe({ documentId, changes });
  } catch (error) {
    if (isCancelled(error)) return;
    showFailure('sidecar.failed', error);
  }
}

/** The content of the existing sidecar, or the heading of a new one. */
async function existingText(uri: vscode.Uri): Promise<string> {
  try {
    return decode(await vscode.workspace.fs.readFile(uri)).text;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return t('sidecar.head');
    throw error;
  }
}
