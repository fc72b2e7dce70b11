/** What stands behind a name and is nothing without it. */
const TITLES = ['同志', '先生', '女士', '主席', '总书记', '总理', '总统', '阁下'];
/** The same of what is called after somebody. */
const NAMED_AFTER = '新时代中国特色社会主义思想';
/** What these begin with: hardly any word does. */
const FIRST_UNITS = [...TITLES, NAMED_AFTER].map(word => word[0]).join('');

/** Whether `word` is a title that belongs to a name before it. */
export function isTitle(word: string): boolean {
  return TITLES.includes(word);
}

/** Whether a title, or what is called after somebody, begins at `at`: «习近平｜总书记», «习近平｜新时代中国特色社会主义思想». */
export function followsName(text: string, at: number): boolean {
  if (at >= text.length || !FIRST_UNITS.includes(text[at]!)) return false;
  return text.startsWith(NAMED_AFTER, at) || TITLES.some(title => text.startsWith(title, at));
}
