import * as vscode from 'vscode';
import type { DocumentSummary } from '../../core/service/documentList.ts';
import { t } from '../../vscode/messages.ts';
import { showFailure } from '../../vscode/showFailure.ts';
import { isCancelled } from './corpusEngine.ts';
import type { CorpusSession } from './corpusSession.ts';

/**
 * «把元数据写到文件旁»: writes the metadata of a document to a YAML file beside it and opens that file. Corrections made in the editor move there
 * and are no longer stored separately.
 */
export async function writeSidecar(session: CorpusSession, { documentId, edited }: DocumentSummary): Promise<void> {
  try {
    const sidecar = await session.service.sidecarText({ documentId, head: t('sidecar.head') });
    if (sidecar === undefined) return;
    const uri = vscode.Uri.file(sidecar.path);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(sidecar.text));
    await vscode.window.showTextDocument(uri, { preview: true });
    await session.update();
    const changes = Object.fromEntries(edited.map(field => [field, null]));
    if (edited.length > 0) await session.describe({ documentId, changes });
  } catch (error) {
    if (isCancelled(error)) return;
    showFailure('sidecar.failed', error);
  }
}
