/**
 * The places of a query where A, B, C and D stand for characters: in runs of Latin letters and digits that contain only these four, if one
 * of the four occurs twice in the query. «A不A» has two such places; in «PPP模式», «GDP» and «A股» letters are letters. Escaped or quoted text
 * is skipped.
 */
export function variablePlaces(query: string): ReadonlySet<number> {
  const bare = query.replace(/\\.|"[^"]*"/gs, escaped => ' '.repeat(escaped.length));
  const places: number[] = [];
  for (const { 0: run, index } of bare.matchAll(/[A-Za-z0-9]+/g)) {
    if (/^[A-D]+$/.test(run)) for (let i = 0; i < run.length; i++) places.push(index + i);
  }
  const letters = new Set(places.map(place => bare[place]));
  return new Set(letters.size < places.length ? places : []);
}
