/** The length of the idiom that starts at a place of `text` and is of a length between two, 0 if there is none. */
export function idiomFinder(
  idioms: ReadonlySet<string>,
  text: Uint16Array,
): (start: number, shortest: number, longest: number) => number {
  const { longestIdiom, beginnings } = shapeOf(idioms);
  return (start, shortest, longest) => {
    if (shortest > longestIdiom || beginnings[beginningOf(text[start]!, text[start + 1]!)] === 0) return 0;
    for (let length = Math.min(longest, longestIdiom); length >= shortest; length--) {
      if (idioms.has(String.fromCharCode(...text.subarray(start, start + length)))) return length;
    }
    return 0;
  };
}

/** Hardly a place has an idiom; for nearly all of them a look at how idioms begin is enough to tell. */
interface IdiomShape {
  readonly longestIdiom: number;
  /** By `beginningOf` its first two units, 1 where there is an idiom. */
  readonly beginnings: Uint8Array;
}

const shapes = new WeakMap<ReadonlySet<string>, IdiomShape>();

/** Worked out once for all segments. */
function shapeOf(idioms: ReadonlySet<string>): IdiomShape {
  let shape = shapes.get(idioms);
  if (shape === undefined) {
    const beginnings = new Uint8Array(BEGINNINGS);
    for (const idiom of idioms) beginnings[beginningOf(idiom.charCodeAt(0), idiom.charCodeAt(1))] = 1;
    shape = { longestIdiom: Math.max(0, ...Array.from(idioms, idiom => idiom.length)), beginnings };
    shapes.set(idioms, shape);
  }
  return shape;
}

const BEGINNINGS = 1 << 20;

/** A number below `BEGINNINGS` for two units; others may have the same. */
function beginningOf(first: number, second: number): number {
  return (first ^ (second << 5)) & (BEGINNINGS - 1);
}
