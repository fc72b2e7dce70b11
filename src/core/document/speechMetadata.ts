export type Confidence = 'high' | 'medium' | 'low';

/** Where the text of a document comes from: the office's own draft, a news report, or a rewritten copy from the web. */
export const ORIGINS = ['原稿', '新闻稿', '网络改写'] as const;
export type Origin = (typeof ORIGINS)[number];

/** Metadata fields that carry a confidence and the sentence they were read from. */
export type MetadataField =
  | 'title'
  | 'speaker'
  | 'role'
  | 'occasion'
  | 'level'
  | 'date'
  | 'organization'
  | 'origin'
  | 'fragment';

/** Whose affairs a document is about, widest first. */
export const LEVELS = ['国家', '省', '市', '县', '乡'] as const;

/** What is known about a document. A field that is not known is absent: a wrong field costs more than a missing one. */
export interface SpeechMetadata {
  readonly title?: string;
  readonly speaker?: string;
  /** Office of the speaker, for example «云泽市市长». */
  readonly role?: string;
  /** Kind of meeting, for example «动员部署会». */
  readonly occasion?: string;
  readonly level?: (typeof LEVELS)[number];
  /** As claimed by the document: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`; `--MM-DD` where the year is not said. */
  readonly date?: string;
  readonly organization?: string;
  readonly origin?: Origin;
  /** Why the text is known to be incomplete, for example «第5/6页» or «讲三个方面，只见一个». */
  readonly fragment?: string;
  /** 密级 («秘密», «机密», …) if the document states one. */
  readonly classification?: string;
  readonly confidence: Readonly<Partial<Record<MetadataField, Confidence>>>;
  /** The words of the clean or raw text each field was read from. */
  readonly evidence: Readonly<Partial<Record<MetadataField, string>>>;
}

/** The year of a `SpeechMetadata.date`; empty where it is not said: «--03-05». */
export function yearOf(date: string): string {
  return date.startsWith('-') ? '' : date.slice(0, 4);
}
