/** `text` in the snippet syntax of VS Code, to be inserted literally: `$`, `}` and `\` are its only special units. */
export function escapeSnippet(text: string): string {
  return text.replace(/[$}\\]/g, '\\$&');
}
