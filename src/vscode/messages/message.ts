/** One text in both languages; `{0}`, `{1}` … stand for the arguments. */
export interface Message {
  readonly zh: string;
  readonly en: string;
}
