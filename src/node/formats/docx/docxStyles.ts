import { type Attributes, readXml } from '../common/xml.ts';

/** Which list a paragraph belongs to; `numId` «0» takes it out of any. */
export interface ListPlace {
  readonly numId?: string | undefined;
  readonly level?: number | undefined;
}

interface Style {
  readonly id: string;
  readonly type: string;
  name: string;
  basedOn?: string;
  hidden?: boolean;
  list?: ListPlace;
}

/** Longer chains of styles are circles. */
const MAX_CHAIN = 32;
/** Old properties kept beside the new ones by change tracking. */
const PAST_PROPERTIES = /^w:[A-Za-z]+Change$/;

/** What styles.xml says about hiding, numbering and the roles of paragraphs, inheritance resolved. */
export class DocxStyles {
  readonly #styles = new Map<string, Style>();
  /** Asked for every run. */
  readonly #hidden = new Map<string, boolean>();
  #defaultParagraph: string | undefined;

  constructor(xml: Uint8Array | undefined) {
    if (xml !== undefined) this.#read(xml);
  }

  get defaultParagraph(): string | undefined {
    return this.#defaultParagraph;
  }

  isHidden(id: string | undefined): boolean {
    if (id === undefined) return false;
    const known = this.#hidden.get(id);
    if (known !== undefined) return known;
    const hidden = this.#find(id, style => style.hidden) ?? false;
    this.#hidden.set(id, hidden);
    return hidden;
  }

  /** Lower case, as Word and WPS differ in it: «title», «toc 1», «heading 1». */
  nameOf(id: string | undefined): string {
    return (id === undefined ? '' : (this.#styles.get(id)?.name ?? id)).toLowerCase();
  }

  listPlace(id: string | undefined): ListPlace {
    return {
      numId: this.#find(id, style => style.list?.numId),
      level: this.#find(id, style => style.list?.level),
    };
  }

  /** `id` and the styles it is based on, nearest first. */
  chain(id: string | undefined): string[] {
    const out: string[] = [];
    for (let at = id; at !== undefined && out.length < MAX_CHAIN; at = this.#styles.get(at)?.basedOn) out.push(at);
    return out;
  }

  #find<T>(id: string | undefined, property: (style: Style) => T | undefined): T | undefined {
    for (const link of this.chain(id)) {
      const style = this.#styles.get(link);
      const value = style === undefined ? undefined : property(style);
      if (value !== undefined) return value;
    }
    return undefined;
  }

  #read(xml: Uint8Array): void {
    let style: Style | undefined;
    const path: string[] = [];
    readXml(xml, {
      open: (name, attributes) => {
        if (name === 'w:style') {
          style = { id: attributes['styleId'] ?? '', type: attributes['type'] ?? '', name: '' };
          if (style.type === 'paragraph' && isOn(attributes['default'] ?? '0')) this.#defaultParagraph = style.id;
          this.#styles.set(style.id, style);
        } else if (style !== undefined && !path.some(part => PAST_PROPERTIES.test(part) || part === 'w:tblStylePr')) {
          readProperty(style, name, attributes, path.at(-1) ?? '');
        }
        path.push(name);
      },
      close: name => {
        path.pop();
        if (name === 'w:style') style = undefined;
      },
    });
  }
}

function readProperty(style: Style, name: string, attributes: Attributes, parent: string): void {
  const value = attributes['val'];
  if (name === 'w:name') style.name = value ?? '';
  else if (name === 'w:basedOn' && value !== undefined) style.basedOn = value;
  else if (name === 'w:vanish' && parent === 'w:rPr') style.hidden = isOn(value);
  else if (name === 'w:numId' && value !== undefined) style.list = { ...style.list, numId: value };
  else if (name === 'w:ilvl' && value !== undefined) style.list = { ...style.list, level: Number.parseInt(value, 10) };
}

/** `<w:vanish/>` and `w:val="1"` switch on, «0», «false» and «off» do not. */
export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'off' && value !== 'none';
}
