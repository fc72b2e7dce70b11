import { clean } from './clean.ts';
import { type CleanText, toRawSpan } from './cleanText.ts';
import { type DecodedText, decode, type ReadUtf8 } from './decode.ts';
import { readMetadata } from './metadata.ts';
import type { SpeechMetadata } from './speechMetadata.ts';

/** What import has made of a file. */
export interface ImportedText {
  readonly raw: DecodedText;
  readonly clean: CleanText;
  readonly metadata: SpeechMetadata;
}

/**
 * Reads the bytes of a text file (.txt, .md): its raw text, the clean text, and what the text says about itself.
 * @throws DecodeError if the bytes are no text
 */
export function importText(bytes: Uint8Array, path: string, readUtf8?: ReadUtf8): ImportedText {
  const raw = decode(bytes, readUtf8);
  const cleaned = clean(raw.text, { markdown: isMarkdown(path) });
  return { raw, clean: cleaned, metadata: readMetadata(raw, cleaned, fileNameOf(path)) };
}

/** What was read out of a file of another format (.docx, .pdf …). */
export interface ReadText {
  readonly text: string;
  /** As the format states it. */
  readonly title?: string;
  /** What stands on the page beside the text, in page headers for instance. */
  readonly margins?: string;
}

/**
 * As `importText`, for what was read out of a file of another format; raw offsets are those of `text`. The title that
 * the format states is taken if the text itself names none for certain.
 */
export function importReadText({ text, title, margins }: ReadText, path: string): ImportedText {
  const raw: DecodedText = { text, encoding: 'utf-8', hadBom: false, replacementRatio: 0 };
  const cleaned = clean(text);
  const metadata = readMetadata(
    raw,
    cleaned,
    fileNameOf(path),
    margins === undefined ? [] : [margins, clean(margins).text],
  );
  if (title === undefined || metadata.confidence.title === 'high') return { raw, clean: cleaned, metadata };
  return {
    raw,
    clean: cleaned,
    metadata: {
      ...metadata,
      title,
      confidence: { ...metadata.confidence, title: 'medium' },
      evidence: { ...metadata.evidence, title },
    },
  };
}

/** The raw offset of every clean unit, followed by the raw end of the last one: `text.length + 1` numbers, ascending. */
export function rawOffsets(cleaned: CleanText): number[] {
  const { text, offsets } = cleaned;
  const out: number[] = [];
  for (let at = 0; at < text.length; at++) {
    out.push(toRawSpan(offsets, text.length, { start: at, end: at + 1 }).start);
  }
  out.push(text.length === 0 ? 0 : toRawSpan(offsets, text.length, { start: text.length - 1, end: text.length }).end);
  return out;
}

/** Whether the file is Markdown, by its extension. */
export function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown|mdx)$/iu.test(path);
}

function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}
