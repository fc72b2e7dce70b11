/** A Chinese character or a mark as wide as one. */
export const HAN_OR_MARK = /[\p{Script=Han}\u2e80-\u2fdf\u3000-\u303f\uff00-\uffef“”‘’…—·]/u;

/**
 * Radicals with the characters they look like: fonts share a glyph among both, so that a PDF may give «⺠» for «民». Those at
 * U+2F00–2FDF have compatibility mappings; of these in the supplement Unicode maps but two.
 */
const RADICALS = new Map(
  [
    ...(
      '⺁厂⺌小⺎兀⺒巳⺓幺⺗心⺝月⺟母⺠民⺪疋⺫目⺮竹⺯糸⺲网⺶羊⺷羊⺻聿⺼肉⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻏邑⻑長⻓长⻔门⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞' +
      '⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻱龜⻳龟'
    ).matchAll(/(.)(.)/gu),
  ].map(([, radical, character]) => [radical!, character!] as const),
);

/** «⼈⺠» → «人民». */
export function plainHan(text: string): string {
  return text.replaceAll(/[\u2e80-\u2fdf]/gu, radical => RADICALS.get(radical) ?? radical.normalize('NFKC'));
}
