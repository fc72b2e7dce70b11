/** `text` as the UTF-16 units that a segment stores and compares. */
export function unitsOf(text: string): Uint16Array<ArrayBuffer> {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < units.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

/** Units converted in one call: engines limit the number of arguments. */
const AT_ONCE = 8192;

/** The text of `units`, unpaired surrogates included. */
export function textOf(units: Uint16Array): string {
  if (units.length <= AT_ONCE) return textOfFew(units);
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += AT_ONCE) {
    parts.push(textOfFew(units.subarray(at, at + AT_ONCE)));
  }
  return parts.join('');
}

function textOfFew(units: Uint16Array): string {
  // The spread operator takes four times as long.
  return Reflect.apply(String.fromCharCode, undefined, units);
}
