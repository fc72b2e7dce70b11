import { SaxesParser } from 'saxes';
import { FormatError } from './formatText.ts';

/** Attributes of an element by local name: «w:val» and «val» are both `val`. */
export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** `name` bears the customary prefix of its namespace, whatever prefix the file uses: «w:p», «text:h». */
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Deeper than any document made by a word processor. */
const MAX_DEPTH = 256;

/** Names by which readers know a namespace; those of others keep the prefix they have in the file. */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'w'],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', 'w'],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['http://purl.org/dc/elements/1.1/', 'dc'],
  ['urn:oasis:names:tc:opendocument:xmlns:office:1.0', 'office'],
  ['urn:oasis:names:tc:opendocument:xmlns:text:1.0', 'text'],
  ['urn:oasis:names:tc:opendocument:xmlns:table:1.0', 'table'],
  ['urn:oasis:names:tc:opendocument:xmlns:style:1.0', 'style'],
  ['urn:oasis:names:tc:opendocument:xmlns:drawing:1.0', 'draw'],
  ['urn:oasis:names:tc:opendocument:xmlns:manifest:1.0', 'manifest'],
]);

/** Feeds the elements of an XML file to `handler`. Nothing is ever loaded from elsewhere: a DOCTYPE is refused unread. */
export function readXml(bytes: Uint8Array, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: true, position: false });
  let depth = 0;
  const names: string[] = [];
  parser.on('doctype', () => {
    throw new FormatError('损坏：含有文档类型声明');
  });
  parser.on('error', () => {
    throw new FormatError('损坏：XML 有误');
  });
  parser.on('opentag', tag => {
    if (++depth > MAX_DEPTH) throw new FormatError('损坏：嵌套太深');
    const prefix = PREFIXES.get(tag.uri) ?? tag.prefix;
    const name = prefix === '' ? tag.local : `${prefix}:${tag.local}`;
    names.push(name);
    if (handler.open === undefined) return;
    const attributes: Record<string, string> = Object.create(null);
    for (const key in tag.attributes) {
      const { local, value, prefix } = tag.attributes[key]!;
      if (prefix !== 'xmlns') attributes[local] ??= value;
    }
    handler.open(name, attributes);
  });
  if (handler.text !== undefined) {
    parser.on('text', text => handler.text!(text));
    parser.on('cdata', text => handler.text!(text));
  }
  parser.on('closetag', () => {
    depth--;
    handler.close?.(names.pop()!);
  });
  parser.write(decodeXml(bytes)).close();
}

/** `handler` as if the elements that are skipped, and all that stands in them, were not there. */
export function skipping(
  isSkipped: (name: string, attributes: Attributes) => boolean,
  handler: Required<XmlHandler>,
): Required<XmlHandler> {
  let depth = 0;
  return {
    open(name, attributes) {
      if (depth > 0 || isSkipped(name, attributes)) depth++;
      else handler.open(name, attributes);
    },
    text(text) {
      if (depth === 0) handler.text(text);
    },
    close(name) {
      if (depth > 0) depth--;
      else handler.close(name);
    },
  };
}

/** In UTF-16 if a byte order mark says so, else in the encoding that the declaration names, else in UTF-8. */
function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]{0,80}?encoding=["']([\w-]{1,20})["']/.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(declared.toLowerCase().startsWith('utf-16') ? 'utf-8' : declared).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
