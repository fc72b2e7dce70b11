import type { DocumentEditStore } from '../index/reading/documentEdits.ts';
import { type DescribeRequest, DocumentList, type DocumentSummary, FieldError } from './documentList.ts';
import { keepCard } from './keepCard.ts';
import { locate, type ReadFile } from './locate.ts';
import { ServiceError } from './serviceError.ts';
import type { ServiceParts } from './serviceParts.ts';
import { sidecarText } from './sidecarText.ts';
import type { SpeechService } from './speechService.ts';

type CorpusRequests = Pick<
  SpeechService,
  'documents' | 'describe' | 'sidecarText' | 'locate' | 'rendering' | 'stats' | 'cards' | 'addCard'
>;

/** The requests about the documents of the corpus and the user's cards. */
export function corpusRequests(
  parts: ServiceParts,
  readFile: ReadFile,
  edits: DocumentEditStore | undefined,
): CorpusRequests {
  const { index, cardStore } = parts;
  const documents = new DocumentList(index, edits?.edits ?? []);
  return {
    async documents(request) {
      return documents.list(request);
    },
    async describe(request) {
      return describe(documents, edits, request);
    },
    async sidecarText({ documentId, head = '' }) {
      const document = documents.find(documentId);
      return document && sidecarText(document, readFile, head);
    },
    async locate(request) {
      return locate(index, parts.cards, readFile, request);
    },
    async rendering({ documentId }) {
      const document = index.documents.find(documentId);
      return document && { text: document.text(), title: document.stored.title };
    },
    async stats() {
      return {
        documents: index.documents.count,
        characters: index.characters,
        segments: index.segments.length,
        phrases: index.phraseCount,
      };
    },
    async cards() {
      return { cards: cardStore?.refresh() ?? [] };
    },
    async addCard(request) {
      return { card: keepCard(index, cardStore, request) };
    },
  };
}

function describe(
  documents: DocumentList,
  edits: DocumentEditStore | undefined,
  request: DescribeRequest,
): { document?: DocumentSummary } {
  if (edits === undefined) throw new ServiceError('bad-request', '没有可以保存元数据的地方');
  try {
    const document = documents.describe(request, edits);
    return { ...(document && { document }) };
  } catch (error) {
    throw error instanceof FieldError ? new ServiceError('bad-request', error.message) : error;
  }
}
