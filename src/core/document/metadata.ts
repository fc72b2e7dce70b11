import { readFrontMatter } from './clean/frontMatter.ts';
import type { CleanText } from './cleanText.ts';
import type { DecodedText } from './decode.ts';
import type { SpeechMetadata } from './speechDocument.ts';

export function readMetadata(raw: DecodedText | string, _clean: CleanText, _fileName: string): SpeechMetadata {
  const title = readFrontMatter(typeof raw === 'string' ? raw : raw.text)?.entries.get('title');
  return title === undefined
    ? { confidence: {}, evidence: {} }
    : { title, confidence: { title: 'high' }, evidence: { title } };
}
