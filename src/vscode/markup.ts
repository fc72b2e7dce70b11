// Builds Markdown from trusted parts and untrusted text. Pure, so that tests can check the result.

import { shortLine } from './shorten.ts';

/** A plain string is untrusted text; everything else states what it is. */
export type Inline = string | { readonly strong: string } | CommandLink;

export interface CommandLink {
  readonly label: string;
  readonly command: string;
  readonly arguments: readonly (string | number)[];
}

/** A paragraph, or with `quote` a paragraph of a block quotation. */
export interface Block {
  readonly quote?: boolean;
  readonly lines: readonly (readonly Inline[])[];
}

/**
 * Escapes text of a corpus or a draft for Markdown: every ASCII punctuation character becomes `&#NN;`, so that no image, link, HTML, icon
 * or autolink can arise, even in trusted Markdown. «见[附件](http://x)» is shown as these characters.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/[^\S　]+/gu, ' ').replace(/[!-/:-@[-`{-~]/g, character => `&#${character.charCodeAt(0)};`);
}

export function renderBlocks(blocks: readonly Block[]): string {
  return blocks.map(renderBlock).join('\n\n');
}

/** Command ids of the links in `blocks`: the only ones the Markdown may run. */
export function commandsOf(blocks: readonly Block[]): string[] {
  const ids = blocks.flatMap(block => block.lines.flat()).flatMap(inline => (isLink(inline) ? [inline.command] : []));
  return [...new Set(ids)];
}

function renderBlock(block: Block): string {
  const prefix = block.quote ? '> ' : '';
  // Two spaces and a line end make a line break within a paragraph.
  return block.lines.map(line => prefix + line.map(renderInline).join('')).join('  \n');
}

function renderInline(inline: Inline): string {
  if (typeof inline === 'string') return escapeMarkdown(inline);
  if (isLink(inline)) {
    // A bracket left in the target would end the link.
    const query = encodeURIComponent(JSON.stringify(inline.arguments)).replace(/[()]/g, c =>
      c === '(' ? '%28' : '%29',
    );
    return `[${escapeMarkdown(inline.label)}](command:${inline.command}?${query})`;
  }
  // `**` does not open or close next to Chinese punctuation («，**“真抓”**实干»), a tag does.
  return `<strong>${escapeMarkdown(inline.strong)}</strong>`;
}

function isLink(inline: Inline): inline is CommandLink {
  return typeof inline === 'object' && 'command' in inline;
}

/** Labels of lists and completion rows draw `$(name)` as an icon; escaped they show the characters. */
export function escapeIcons(text: string): string {
  return text.replace(/\$\(/g, '\\$(');
}

/** Notifications turn `[label](link)` into links; full-width brackets do not. Long text is cut to `limit` units. */
export function forNotification(text: string, limit = 40): string {
  return shortLine(text.replaceAll('[', '［').replaceAll(']', '］'), limit);
}
