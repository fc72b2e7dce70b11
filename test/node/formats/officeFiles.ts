import { writeZip } from './zipWriter.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const VML = 'xmlns:v="urn:schemas-microsoft-com:vml"';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  /** Headers and footers by the names of their files: `header2`, `footer1`. */
  readonly margins?: Readonly<Record<string, string>>;
  readonly title?: string;
}

/** A .docx whose body is `body`, as Word lays it out on disk. */
export function docx(body: string, parts: DocxParts = {}): Buffer {
  const files: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8"?><w:document ${W} ${MC} ${VML}><w:body>${body}</w:body></w:document>`,
  };
  if (parts.styles !== undefined) files['word/styles.xml'] = `<w:styles ${W}>${parts.styles}</w:styles>`;
  if (parts.numbering !== undefined) files['word/numbering.xml'] = `<w:numbering ${W}>${parts.numbering}</w:numbering>`;
  if (parts.footnotes !== undefined) files['word/footnotes.xml'] = `<w:footnotes ${W}>${parts.footnotes}</w:footnotes>`;
  if (parts.margins !== undefined) {
    const names = Object.keys(parts.margins);
    const relation = (name: string) =>
      `<Relationship Id="${name}" Type="${RELATIONS}/${name.replace(/\d/, '')}" Target="${name}.xml"/>`;
    files['word/_rels/document.xml.rels'] =
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names.map(relation).join('')}</Relationships>`;
    for (const name of names) {
      files[`word/${name}.xml`] = `<w:hdr ${W} ${MC} ${VML}>${parts.margins[name]}</w:hdr>`;
    }
  }
  if (parts.title !== undefined) {
    files['docProps/core.xml'] =
      `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${parts.title}</dc:title></cp:coreProperties>`;
  }
  return writeZip(files);
}

/** `run('坚持', '<w:vanish/>')`: text with properties. */
export function run(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function paragraph(content: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
}

export function numbered(text: string, numId: number, level = 0): string {
  return paragraph(run(text), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

const ODF = ['office', 'text', 'table', 'style', 'drawing']
  .map(name => `xmlns:${name === 'drawing' ? 'draw' : name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

export interface OdtParts {
  readonly automaticStyles?: string;
  readonly styles?: string;
  /** Content of the page layout: `style:header` and the like. */
  readonly page?: string;
  readonly manifest?: string;
}

export function odt(
  body: string,
  { automaticStyles = '', styles = '', page = '', manifest = '' }: OdtParts = {},
): Buffer {
  return writeZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content ${ODF}><office:automatic-styles>${automaticStyles}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${ODF}><office:styles>${styles}</office:styles><office:master-styles><style:master-page>${page}</style:master-page></office:master-styles></office:document-styles>`,
    'META-INF/manifest.xml': manifest,
  });
}
