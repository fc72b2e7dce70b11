/** Sends a measuring process's figures to whoever forked it, and ends the process once they are out. */
export function answer(figures: object): void {
  process.send?.(figures, undefined, undefined, () => process.disconnect());
}
