import type { LevelFormat } from '../common/numbering.ts';
import { type Attributes, readXml, skipping, type XmlHandler } from '../common/xml.ts';

interface Style {
  readonly parent: string | undefined;
  readonly listStyle: string | undefined;
  hidden?: boolean;
}

/** Longer chains of styles are circles. */
const MAX_CHAIN = 32;
/** Formats as ODF names them, by their first sign: «一, 二, 三, ...». */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  '0': 'decimalZero',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCountingThousand',
  壹: 'chineseLegalSimplified',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '①': 'decimalEnclosedCircle',
  '１': 'decimalFullWidth',
};

/** Styles of an .odt: hiding, titles and how lists and headings are numbered. */
export class OdtStyles {
  readonly #styles = new Map<string, Style>();
  readonly #lists = new Map<string, (LevelFormat | undefined)[]>();
  /** Formats of headings by level. */
  readonly outline: (LevelFormat | undefined)[] = [];

  constructor(stylesXml: Uint8Array | undefined, contentXml: Uint8Array) {
    // Automatic styles of styles.xml are those of page headers and bear the same names as those of the text.
    if (stylesXml !== undefined) this.#read(stylesXml, 'office:automatic-styles');
    this.#read(contentXml, 'office:body');
  }

  /** What a style says of hiding; `undefined` where it does not speak of it. */
  isHidden(family: 'paragraph' | 'text', name: string | undefined): boolean | undefined {
    return this.#find(family, name, style => style.hidden);
  }

  isTitle(name: string | undefined): boolean {
    return this.#chain('paragraph', name).some(([key]) => key === 'paragraph:Title');
  }

  /** Name of the list style of a paragraph style; «» where it takes its paragraphs out of all lists. */
  listStyleOf(name: string | undefined): string | undefined {
    return this.#find('paragraph', name, style => style.listStyle);
  }

  levels(listStyle: string | undefined): (LevelFormat | undefined)[] {
    return (listStyle === undefined ? undefined : this.#lists.get(listStyle)) ?? [];
  }

  #find<T>(family: string, name: string | undefined, property: (style: Style) => T | undefined): T | undefined {
    for (const [, style] of this.#chain(family, name)) {
      const value = style === undefined ? undefined : property(style);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #chain(family: string, name: string | undefined): [string, Style | undefined][] {
    const out: [string, Style | undefined][] = [];
    for (let at = name; at !== undefined && out.length < MAX_CHAIN; ) {
      const style = this.#styles.get(`${family}:${at}`);
      out.push([`${family}:${at}`, style]);
      at = style?.parent;
    }
    return out;
  }

  #read(xml: Uint8Array, except: string): void {
    let style: Style | undefined;
    let levels: (LevelFormat | undefined)[] | undefined;
    let level = 0;
    const handler: Required<XmlHandler> = {
      open: (name, attributes) => {
        if (name === 'style:style') {
          style = { parent: attributes['parent-style-name'], listStyle: attributes['list-style-name'] };
          this.#styles.set(`${attributes['family']}:${attributes['name']}`, style);
        } else if (name === 'style:text-properties') {
          if (style !== undefined && attributes['display'] !== undefined)
            style.hidden = attributes['display'] === 'none';
        } else if (name === 'text:list-style') {
          levels = [];
          this.#lists.set(attributes['name'] ?? '', levels);
        } else if (name === 'text:outline-style') {
          levels = this.outline;
        } else if (LEVEL.test(name)) {
          level = Number.parseInt(attributes['level'] ?? '1', 10) - 1;
          if (levels !== undefined && level >= 0 && level < 10) levels[level] = levelFormat(name, attributes);
        } else if (name === 'style:list-level-label-alignment' && attributes['label-followed-by'] === 'nothing') {
          const format = levels?.[level];
          if (levels !== undefined && format !== undefined) levels[level] = { ...format, gap: '' };
        }
      },
      close: name => {
        if (name === 'style:style') style = undefined;
        else if (name === 'text:list-style' || name === 'text:outline-style') levels = undefined;
      },
      text: () => undefined,
    };
    readXml(
      xml,
      skipping(name => name === except, handler),
    );
  }
}

const LEVEL = /^text:(?:list-level-style-(?:number|bullet|image)|outline-level-style)$/;

function levelFormat(name: string, attributes: Attributes): LevelFormat {
  const start = Math.max(0, Number.parseInt(attributes['start-value'] ?? '1', 10) || 1);
  if (name === 'text:list-level-style-bullet') {
    return { start, format: 'bullet', pattern: attributes['bullet-char'] ?? '', gap: ' ' };
  }
  const sign = attributes['num-format'] ?? '';
  return {
    start,
    format: FORMATS[sign[0] ?? ''] ?? 'decimal',
    pattern: sign === '' ? '' : pattern(attributes),
    gap: ' ',
  };
}

/** LibreOffice writes the whole pattern, «第%1%章»; others the marks around the number and how many levels it shows. */
function pattern(attributes: Attributes): string {
  const whole = attributes['num-list-format'];
  if (whole !== undefined) return whole.replaceAll(/%(\d)\d?%/g, '%$1');
  const level = Number.parseInt(attributes['level'] ?? '1', 10);
  const shown = Number.parseInt(attributes['display-levels'] ?? '1', 10) || 1;
  const numbers = Array.from({ length: Math.max(1, Math.min(shown, level, 10)) }, (_, i) => `%${level - i}`);
  return `${attributes['num-prefix'] ?? ''}${numbers.reverse().join('.')}${attributes['num-suffix'] ?? ''}`;
}
