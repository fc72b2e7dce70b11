/**
 * `source` (`trust.ts`) with other weights: of each feature, the number on the line after its name.
 * @throws Error that names the feature, if its two lines do not stand there once
 */
export function withWeights(source: string, weights: ReadonlyMap<string, number>): string {
  let text = source;
  for (const [name, weight] of weights) {
    const head = `name: '${name}',\n    weight: `;
    const [before, after, ...more] = text.split(head);
    const end = after?.indexOf(',\n') ?? -1;
    if (before === undefined || after === undefined || more.length > 0 || end < 0) {
      throw new Error(`no weight of «${name}» where it should be`);
    }
    text = `${before}${head}${weight}${after.slice(end)}`;
  }
  return text;
}
