/** The sum of the `count` largest of `values`, or of all if they are fewer. Reorders `values`. */
export function sumOfLargest(values: number[], count: number): number {
  if (values.length > count) values.sort((a, b) => b - a);
  let sum = 0;
  for (let i = 0; i < Math.min(count, values.length); i++) sum += values[i]!;
  return sum;
}
