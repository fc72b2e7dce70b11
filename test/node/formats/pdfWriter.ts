/** A line of text: its place in points from the lower left, and the size of its type. */
export interface PrintedLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Bytes instead of text, for a font in another encoding. */
  readonly hex?: string;
  /** Printed askew, as watermarks are. */
  readonly askew?: boolean;
}

export interface PrintOptions {
  /** How the font, which is not in the file, encodes its characters. */
  readonly encoding?: string;
  readonly title?: string;
  /** Entries of the trailer, such as «/Encrypt». */
  readonly trailer?: string;
}

/** A PDF file with a Chinese font that is not embedded: only character maps tell what the text is. */
export function pdfFile(pages: readonly (readonly PrintedLine[])[], options: PrintOptions = {}): Uint8Array {
  const { encoding = 'UniGB-UCS2-H', title, trailer = '' } = options;
  const objects: string[] = [];
  const add = (body: string) => objects.push(body);
  const firstPage = 6;
  const pageNumbers = pages.map((_, i) => firstPage + i * 2);
  add('<</Type/Catalog/Pages 2 0 R>>');
  add(`<</Type/Pages/Count ${pages.length}/Kids[${pageNumbers.map(number => `${number} 0 R`).join(' ')}]>>`);
  add(`<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/${encoding}/DescendantFonts[4 0 R]>>`);
  add(
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>' +
      '/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 -200 1000 800]/ItalicAngle 0' +
      '/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>',
  );
  add(title === undefined ? '<<>>' : `<</Title<feff${ucs2(title)}>>>`);
  for (const [i, lines] of pages.entries()) {
    const content = lines.map(printed).join('\n');
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${firstPage + i * 2 + 1} 0 R>>`,
    );
    add(`<</Length ${content.length}>>\nstream\n${content}\nendstream`);
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file +=
    `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}` +
    `trailer\n<</Size ${objects.length + 1}/Root 1 0 R/Info 5 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

function printed({ text, x, y, size = 16, hex = ucs2(text), askew = false }: PrintedLine): string {
  const direction = askew ? '0.7 0.7 -0.7 0.7' : '1 0 0 1';
  return `BT /F ${size} Tf ${direction} ${x} ${y} Tm <${hex}> Tj ET`;
}

function ucs2(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
