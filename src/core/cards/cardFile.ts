import { quoteValue, readFrontMatter } from '../document/frontMatter.ts';
import type { Card, CardContent, CardSource } from './card.ts';

/** Keys of the header, in the order in which they are written. */
const TITLE_KEY = '出处';
const SOURCE_KEYS: ReadonlyArray<readonly [keyof CardSource, string]> = [
  ['title', TITLE_KEY],
  ['speaker', '讲话人'],
  ['occasion', '场合'],
  ['date', '日期'],
  ['section', '位置'],
  ['attributedTo', '引自'],
  ['path', '原文件'],
];
const NOTE_KEY = '备注';
const KEPT_KEY = '收录';
/** The key under which other Markdown programs know tags. */
const TAGS_KEY = 'tags';
const TAGS_KEYS = [TAGS_KEY, '标签'];

/** A card as a Markdown file: a header of `key: 'value'` lines, followed by the unchanged text. */
export function formatCard({ text, tags, note, kept, source }: CardContent): string {
  const lines = ['---', `${TAGS_KEY}: [${tags.map(quoteValue).join(', ')}]`];
  const add = (key: string, value: string | undefined): void => {
    if (value !== undefined && value.trim() !== '') lines.push(`${key}: ${quoteValue(value)}`);
  };
  for (const [field, key] of SOURCE_KEYS) add(key, source?.[field]);
  add(NOTE_KEY, note);
  add(KEPT_KEY, kept);
  return `${lines.join('\n')}\n---\n\n${text}\n`;
}

/**
 * Reads what `formatCard` wrote, even if the user has edited it. A file without a header is a card of the user's own words. `undefined` if
 * there is no text.
 */
export function parseCard(raw: string, id: string, path: string): Card | undefined {
  const header = readFrontMatter(raw);
  const bodyStart = header?.length ?? 0;
  const body = raw.slice(bodyStart);
  const text = body.trim();
  if (text === '') return undefined;
  const value = (key: string): string | undefined => header?.entries.get(key);
  const note = value(NOTE_KEY);
  const kept = value(KEPT_KEY);
  const source = readSource(value);
  return {
    id,
    path,
    text,
    textStart: bodyStart + body.indexOf(text),
    tags: header === undefined ? [] : readTags(raw.slice(0, header.length), value),
    ...(note !== undefined && { note }),
    ...(kept !== undefined && { kept }),
    ...(source !== undefined && { source }),
  };
}

/** Splits tags as a user types them: «作风 民生，乡村振兴» → three tags, each once and in order. */
export function splitTags(text: string): string[] {
  const tags = text.split(/[\s,，、;；#＃]+/u).filter(tag => tag !== '');
  return [...new Set(tags)];
}

function readSource(value: (key: string) => string | undefined): CardSource | undefined {
  const title = value(TITLE_KEY);
  if (title === undefined) return undefined;
  const fields = SOURCE_KEYS.flatMap(([field, key]) => {
    const written = value(key);
    return written === undefined ? [] : [[field, written] as const];
  });
  return { ...Object.fromEntries(fields), title };
}

/** Reads tags in the form `[作风, 民生]` or `作风，民生`, or as one line `- 作风` for each. */
function readTags(header: string, value: (key: string) => string | undefined): string[] {
  const written = TAGS_KEYS.map(value).find(tags => tags !== undefined);
  if (written !== undefined) return splitTags(written.replace(/^\[|\]$/g, '').replace(/["']/g, ' '));
  const lines = header.split(/\r?\n/);
  const from = lines.findIndex(line =>
    TAGS_KEYS.includes(
      line
        .trimEnd()
        .replace(/[:：]$/u, '')
        .trimEnd(),
    ),
  );
  if (from < 0) return [];
  const tags: string[] = [];
  for (const line of lines.slice(from + 1)) {
    const item = /^\s*-\s+(.+)$/.exec(line);
    if (item === null) break;
    tags.push(...splitTags(item[1]!.replace(/["']/g, ' ')));
  }
  return tags;
}
