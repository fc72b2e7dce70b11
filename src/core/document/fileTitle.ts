/** A date at the beginning of a file name, with what parts it from the words: «2021-02-23_», «20240306 », «2025年-». */
const LEADING_DATE = /^((?:19|20)\d{2})(?:[-_.年]?\d{1,2}(?:[-_.月]?\d{1,2})?)?[年月日]?[-_\s]+(?=\p{L})/u;

/**
 * The title of a document that has none in its text: its file name without extension, with blanks for underscores:
 * «2021-02-23_清溪镇_工作报告» → «清溪镇 工作报告». The date is dropped only if `date`, which is shown beside the title, has the same
 * year.
 * @param stem file name without extension
 */
export function titleOfFile(stem: string, date: string | undefined): string {
  const leading = LEADING_DATE.exec(stem);
  const words = leading !== null && date?.startsWith(leading[1]!) ? stem.slice(leading[0].length) : stem;
  return words.replace(/[_\s]+/gu, ' ').trim() || stem;
}
