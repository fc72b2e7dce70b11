import * as vscode from 'vscode';
import { commands } from '../../manifest.ts';
import { t } from '../../vscode/messages.ts';
import { parseSnippet } from './snippetText.ts';
import { type Template, templates } from './templateText.ts';

/** «插入结构模板»: a list of all structures with a preview. While typing they come through the completion provider. */
export function registerTemplates(): vscode.Disposable {
  return vscode.commands.registerTextEditorCommand(commands.insertTemplate, editor => void insertTemplate(editor));
}

async function insertTemplate(editor: vscode.TextEditor): Promise<void> {
  const chosen = await vscode.window.showQuickPick(templates.map(toPick), {
    title: t('template.title'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen !== undefined) await editor.insertSnippet(new vscode.SnippetString(chosen.template.body));
}

function toPick(template: Template): vscode.QuickPickItem & { template: Template } {
  const preview = parseSnippet(template.body).text.replace(/\s+/gu, ' ');
  return {
    label: template.head,
    description: `${template.initials}　${template.description}`,
    detail: preview.length > 80 ? `${preview.slice(0, 80)}…` : preview,
    template,
  };
}
