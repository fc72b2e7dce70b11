/** Words that occur in the names of all meetings. */
const COMMON = /全[国省市县区州]|[省市县区州]|工作|会议|大会|电视电话|视频|专题|全体|（[^（）]*）|会$/gu;

/**
 * Similarity of two occasions, 0…1: 1 for the same name, else the share of characters that the names have in common without the usual
 * words.
 */
export function occasionLikeness(one: string, other: string): number {
  if (one === other) return 1;
  const a = new Set(one.replace(COMMON, ''));
  const b = new Set(other.replace(COMMON, ''));
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter(character => b.has(character)).length;
  return (2 * shared) / (a.size + b.size) < 0.5 ? 0 : shared / Math.max(a.size, b.size);
}

/** Similarity of a speech's occasion to the requested one; 0 if none is requested. */
export function likenessOf(occasion: string, asked: string | undefined): number {
  return asked === undefined ? 0 : occasionLikeness(asked, occasion);
}
