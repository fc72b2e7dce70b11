import * as vscode from 'vscode';
import { type Block, commandsOf, renderBlocks } from './markup.ts';

/**
 * The only place that makes a Markdown string: an untrusted one would fetch images named in corpus text, a trusted one would
 * run its commands. All text goes through the escape of `markup.ts`; only the commands of our own links are enabled.
 */
export function toMarkdown(blocks: readonly Block[]): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(renderBlocks(blocks));
  markdown.isTrusted = { enabledCommands: commandsOf(blocks) };
  markdown.supportHtml = true; // for <strong>
  return markdown;
}
