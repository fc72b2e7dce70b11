/**
 * The places of a query where A, B, C and D stand for characters: in runs of nothing but them, if one of them comes twice.
 * «A不A» has two such places; in «PPP模式», «GDP» and «A股» letters are letters. What is escaped or quoted is passed over.
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
