import type { MetadataField, SpeechMetadata } from './speechMetadata.ts';

/** What a user states of a document: values of fields, empty where there is none. */
export type StatedFields = Readonly<Partial<Record<MetadataField, string>>>;

/**
 * `found` with what the user states in its place.
 * @param evidence stands in place of the words that a field was read from, also for fields stated to have no value
 */
export function withFields(found: SpeechMetadata, fields: StatedFields, evidence: string): SpeechMetadata {
  const values: Record<string, unknown> = { ...found };
  const confidence: Record<string, unknown> = { ...found.confidence };
  const words: Record<string, unknown> = { ...found.evidence };
  for (const [field, value] of Object.entries(fields)) {
    delete values[field];
    delete confidence[field];
    words[field] = evidence;
    if (value === '') continue;
    values[field] = value;
    confidence[field] = 'high';
  }
  return { ...values, confidence, evidence: words };
}
