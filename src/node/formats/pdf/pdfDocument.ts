import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { FormatError } from '../common/formatText.ts';
import { addWhatPdfjsExpects } from './newerNode.ts';
import type { PdfItem } from './pdfLines.ts';

/** What we need of an open PDF document. */
export interface PdfDocument {
  readonly pageCount: number;
  /** Text of a page, in the order of the file. */
  items(page: number): Promise<PdfItem[]>;
  /** What stands askew on the pages read so far: watermarks. */
  askew(): Iterable<string>;
  title(): Promise<string | undefined>;
}

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** Names of character maps come from the document, so no path may be made of one. */
const CMAP_FILE = /^[\w-]+\.bcmap$/u;
/** Text standing askew is a watermark. */
const MAX_SKEW = 0.17;

/** What pdf.js is told in order to read text and do nothing else. */
const TEXT_ONLY = {
  cMapUrl: 'cmaps/',
  cMapPacked: true,
  useWorkerFetch: false,
  useWasm: false,
  useSystemFonts: false,
  disableFontFace: true,
  enableXfa: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  disableAutoFetch: true,
  disableStream: true,
} as const;

let loading: Promise<Pdfjs> | undefined;

/** Opens a document for `use` and closes it whatever happens. Nothing is fetched, drawn, compiled or run. */
export async function withPdf<T>(
  bytes: Uint8Array,
  cMapDirectory: string | undefined,
  use: (document: PdfDocument) => Promise<T>,
): Promise<T> {
  loading ??= load();
  const pdfjs = await loading;
  const task = pdfjs.getDocument({
    ...TEXT_ONLY,
    // pdf.js takes the buffer away from its owner.
    data: Uint8Array.from(bytes),
    BinaryDataFactory: cMapsIn(cMapDirectory),
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    return await use(pagesOf(pdfjs, await task.promise));
  } catch (error) {
    if ((error as Error)?.name === 'PasswordException') throw new FormatError('已加密');
    throw error;
  } finally {
    await task.destroy();
  }
}

function pagesOf(pdfjs: Pdfjs, document: PDFDocumentProxy): PdfDocument {
  const askew = new Set<string>();
  return {
    pageCount: document.numPages,
    async items(number) {
      const page = await document.getPage(number + 1);
      const { items } = await page.getTextContent();
      const { transform } = page.getViewport({ scale: 1 });
      page.cleanup();
      return items.flatMap(item => {
        if (!('str' in item)) return [];
        const placed = upright(pdfjs, item, transform);
        if (placed === undefined) askew.add(item.str);
        return placed ?? [];
      });
    },
    askew: () => askew,
    async title() {
      const { info } = await document.getMetadata();
      const title = (info as { Title?: unknown }).Title;
      return typeof title === 'string' ? title : undefined;
    },
  };
}

/** pdf.js is large, so it is loaded with the first PDF only; its worker runs in our thread, as we are a process of our own. */
async function load(): Promise<Pdfjs> {
  addWhatPdfjsExpects();
  const warn = console.warn;
  // It warns that it cannot draw, which it need not.
  console.warn = () => {};
  try {
    const { pdfjs, worker } = await import('./pdfjs.ts');
    (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
    return pdfjs;
  } finally {
    console.warn = warn;
  }
}

interface TextItem {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
}

/** An item with its place on the page as it is shown, turned if the page is; `undefined` for text that stands askew. */
function upright({ Util }: Pdfjs, item: TextItem, viewport: readonly number[]): PdfItem | undefined {
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = Util.transform(viewport, item.transform);
  if (Math.abs(b) > Math.abs(a) * MAX_SKEW) return undefined;
  // On the page as shown y grows downwards.
  return { text: item.str, x, y: -y, width: item.width, size: Math.hypot(c, d) };
}

/** How pdf.js gets character maps: from a folder, and no other file from anywhere. */
function cMapsIn(directory: string | undefined) {
  return class {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
      if (kind !== 'cMapUrl' || directory === undefined || !CMAP_FILE.test(filename)) {
        throw new Error(`不读取 ${filename}`);
      }
      return new Uint8Array(await readFile(join(directory, filename)));
    }
  };
}
