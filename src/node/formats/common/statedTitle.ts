import { readXml } from './xml.ts';

/** Names that programs give to documents nobody named. */
const UNNAMED = /^(?:microsoft word|(?:新建|未命名|无标题|文档|文件|幻灯片|powerpoint|untitled|document)\s*\d*)/iu;
const FILE_NAME = /\.[a-z]{2,5}$/iu;
const LONGEST = 80;
const HEAD = 1500;

/**
 * The title in the properties of a document, if it can be believed: properties outlive the text for which they were written,
 * so only one that stands at the head of the text counts. «10.indd», «文档1» → `undefined`.
 */
export function statedTitle(title: string | undefined, text: string): string | undefined {
  const trimmed = title?.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (!isName(trimmed)) return undefined;
  return withoutBlanks(text.slice(0, HEAD)).includes(withoutBlanks(trimmed)) ? trimmed : undefined;
}

/** Whether somebody may have thought of it as a title, not a program or a file system. */
export function isName(title: string): boolean {
  return title !== '' && title.length <= LONGEST && !UNNAMED.test(title) && !FILE_NAME.test(title);
}

function withoutBlanks(text: string): string {
  return text.replaceAll(/\s+/g, '');
}

/** Content of `dc:title` in core.xml or meta.xml. */
export function titleIn(xml: Uint8Array | undefined): string | undefined {
  if (xml === undefined) return undefined;
  let title = '';
  let inTitle = false;
  readXml(xml, {
    open(name) {
      inTitle = name === 'dc:title';
    },
    text(text) {
      if (inTitle) title += text;
    },
    close() {
      inTitle = false;
    },
  });
  return title;
}
