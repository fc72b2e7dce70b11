/** Splits a test text at its caret: `at('一要勤学。｜')` → text «一要勤学。», offset 5. */
export function at(marked: string): { readonly text: string; readonly offset: number } {
  const offset = marked.indexOf('｜');
  if (offset < 0 || marked.includes('｜', offset + 1)) throw new Error(`exactly one ｜ wanted: ${marked}`);
  return { text: marked.slice(0, offset) + marked.slice(offset + 1), offset };
}
