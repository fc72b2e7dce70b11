import type { CleanText } from './cleanText.ts';
import type { DecodedText } from './decode.ts';
import { FIELD_KEYS } from './fieldKeys.ts';
import { type FrontMatter, readFrontMatter } from './frontMatter.ts';
import { findClassification } from './metadata/classification.ts';
import { findDate, readDate } from './metadata/date.ts';
import { type Finding, headOf, type Source } from './metadata/finding.ts';
import { findFragment } from './metadata/fragment.ts';
import { findLevel, findOccasion, findOrganization } from './metadata/occasion.ts';
import { findOrigin } from './metadata/origin.ts';
import { findSpeaker } from './metadata/speaker.ts';
import { findTitle } from './metadata/title.ts';
import { LEVELS, type MetadataField, ORIGINS, type SpeechMetadata } from './speechMetadata.ts';
import type { StatedFields } from './statedFields.ts';

type HeaderEntries = FrontMatter['entries'];

/**
 * What a document says about itself. Only fields that were found are present, each with its confidence and the words it
 * was read from. The file name counts for the date only; a caller without title shows the name itself.
 * @param margins what stands on the page beside the text, as it is and cleaned, for the mark of secrecy
 */
export function readMetadata(
  raw: DecodedText | string,
  clean: CleanText,
  fileName: string,
  margins: readonly string[] = [],
): SpeechMetadata {
  const rawText = typeof raw === 'string' ? raw : raw.text;
  const source: Source = { raw: rawText, clean: clean.text, head: headOf(clean.text), fileName };
  const header = readFrontMatter(rawText)?.entries;
  const given = givenFields(header);

  const origin = findOrigin(source);
  const isNews = origin?.value === '新闻稿';
  const title = given.title ?? findTitle(source, isNews);
  // A title pieced together from the opening may name some other meeting; that of a report names its own.
  const naming = title?.confidence === 'low' && !isNews ? undefined : title;
  const who = findSpeaker(source, isNews);
  const findings: Partial<Record<MetadataField, Finding | undefined>> = {
    title,
    speaker: who?.speaker,
    role: who?.role,
    occasion: findOccasion(naming),
    level: findLevel(source, naming),
    date: lessSure(findDate(source, isNews), origin),
    organization: findOrganization(naming),
    origin,
    fragment: findFragment(source),
    ...given,
  };

  const { values, confidence, evidence } = tabulated(findings);
  const classification = statedClassification(header) ?? findClassification([rawText, clean.text], margins);
  return { ...values, ...(classification === undefined ? {} : { classification }), confidence, evidence };
}

/** The findings field by field: one record of the values, one of how sure each is, one of the words it was read from. */
function tabulated(findings: Partial<Record<MetadataField, Finding | undefined>>): {
  values: Record<string, string>;
  confidence: Record<string, Finding['confidence']>;
  evidence: Record<string, string>;
} {
  const values: Record<string, string> = {};
  const confidence: Record<string, Finding['confidence']> = {};
  const evidence: Record<string, string> = {};
  for (const [field, finding] of Object.entries(findings)) {
    if (finding === undefined) continue;
    values[field] = finding.value;
    confidence[field] = finding.confidence;
    evidence[field] = finding.evidence;
  }
  return { values, confidence, evidence };
}

/** Web pages move the dates of what they copy. */
function lessSure(date: Finding | undefined, origin: Finding | undefined): Finding | undefined {
  return date !== undefined && origin?.value === '网络改写' ? { ...date, confidence: 'low' } : date;
}

/** What the header of a text states, field by field; nothing is inferred from the text itself. */
export function statedFields(raw: string): StatedFields {
  const given = givenFields(readFrontMatter(raw)?.entries);
  return Object.fromEntries(Object.entries(given).map(([field, { value }]) => [field, value]));
}

/** What the user wrote in a header beats whatever the text suggests. */
function givenFields(entries: HeaderEntries | undefined): Partial<Record<MetadataField, Finding>> {
  const given: Partial<Record<MetadataField, Finding>> = {};
  if (entries === undefined) return given;
  for (const [field, keys] of Object.entries(FIELD_KEYS)) {
    if (field === 'classification') continue;
    const key = keys.find(one => entries.has(one));
    const written = key === undefined ? undefined : entries.get(key);
    const value = written === undefined ? undefined : acceptedField(field as MetadataField, written);
    if (value === undefined) continue;
    given[field as MetadataField] = { value, confidence: 'high', evidence: `${key}: ${written}` };
  }
  return given;
}

/** The value as the type promises it, `undefined` for what does not fit: «2023年3月» → `2023-03`, level «厅» → none. */
export function acceptedField(field: MetadataField, written: string): string | undefined {
  switch (field) {
    case 'level':
      return LEVELS.find(level => level === written.replace(/级$/u, ''));
    case 'origin':
      return ORIGINS.find(origin => origin === written);
    case 'date':
      return /^(?:\d{4}(?:-(?:0[1-9]|1[0-2]))?|--\d{2}-\d{2})$/u.test(written) ? written : readDate(written)?.value;
    default:
      return written;
  }
}

function statedClassification(entries: HeaderEntries | undefined): string | undefined {
  return FIELD_KEYS.classification.map(key => entries?.get(key)).find(value => value !== undefined);
}
