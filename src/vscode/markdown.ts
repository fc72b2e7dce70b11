import * as vscode from 'vscode';
import { type Block, commandsOf, renderBlocks } from './markup.ts';

/**
 * The only place that creates Markdown strings: an untrusted one would load images named in corpus text, a trusted one would run its
 * commands. All text is escaped by `markup.ts`; only the commands of our own links are enabled.
 */
export function toMarkdown(blocks: readonly Block[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(renderBlocks(blocks));
  markdown.isTrusted = { enabledCommands: commandsOf(blocks) };
  markdown.supportHtml = true; // for <strong>
  return markdown;
}
