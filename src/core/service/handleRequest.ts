import type { CompletionMode } from '../complete/suggestion.ts';
import { CONCORDANCE_PARTS } from '../concordance/concordance.ts';
import { FACETS } from '../concordance/documentFacts.ts';
import type { ConcordanceFilter } from '../concordance/facets.ts';
import type { ConcordanceSort } from '../concordance/order.ts';
import { EDITABLE_FIELDS } from '../document/editableFields.ts';
import { LENGTH_RULES } from '../length/characters.ts';
import { SERIES_FAMILIES } from '../parallel/parallelSeries.ts';
import { SECTION_FUNCTIONS } from '../structure/section.ts';
import type { Span } from '../text/span.ts';
import { type DescribeRequest, GROUPINGS } from './documentList.ts';
import {
  choice,
  choices,
  count,
  flag,
  missing,
  optional,
  optionalText,
  type RequestParams,
  text,
  texts,
} from './requestParams.ts';
import { ServiceError } from './serviceError.ts';
import type { DraftPlace, SpeechService } from './speechService.ts';

/**
 * Answers a request given by method name, for callers that exchange messages: the worker thread and `jianggao serve`. Rejects with
 * `ServiceError` where the method does not exist or a parameter has the wrong shape.
 */
export async function handleRequest(
  service: SpeechService,
  method: string,
  params: RequestParams = {},
): Promise<unknown> {
  if (!isMethod(method)) throw new ServiceError('unknown-method', `没有名为 ${method} 的方法`);
  return handlers[method](service, params);
}

type Handler = (service: SpeechService, params: RequestParams) => Promise<unknown>;

const MODES = ['eager', 'balanced', 'quiet'] satisfies CompletionMode[];
const SORTS = ['before', 'after', 'document', 'date'] satisfies ConcordanceSort[];

/** One handler for every method of the service; a missing one does not compile. */
const handlers: Readonly<Record<keyof SpeechService, Handler>> = {
  complete: (service, params) =>
    service.complete({
      text: text(params, 'text'),
      ...optional('offset', count(params, 'offset')),
      ...optional('limit', count(params, 'limit')),
      ...optional('mode', choice(params, 'mode', MODES)),
      ...optional('pinyin', flag(params, 'pinyin')),
    }),
  openings: (service, params) =>
    service.openings({
      ...draftPlace(params),
      ...optional('cues', flag(params, 'cues')),
    }),
  learn: (service, params) =>
    service.learn({
      ...optional('accepted', texts(params, 'accepted')),
      ...optional('refused', texts(params, 'refused')),
      ...optional('forget', flag(params, 'forget')),
    }),
  lookup: (service, params) =>
    service.lookup({ phrase: text(params, 'phrase'), ...optional('limit', count(params, 'limit')) }),
  phraseAt: (service, params) =>
    service.phraseAt({
      ...draftPlace(params),
      ...optional('limit', count(params, 'limit')),
      ...optional('minLength', count(params, 'minLength')),
    }),
  hover: (service, params) =>
    service.hover({
      ...draftPlace(params),
      ...optional('limit', count(params, 'limit')),
      ...optional('dictionary', optionalText(params, 'dictionary')),
    }),
  concordance: (service, params) =>
    service.concordance({
      query: text(params, 'query'),
      ...optional('limit', count(params, 'limit')),
      ...optional('offset', count(params, 'offset')),
      ...optional('sort', choice(params, 'sort', SORTS)),
      ...optional('filter', filter(params)),
      ...optional('include', choices(params, 'include', CONCORDANCE_PARTS)),
      ...optional('isPartial', flag(params, 'isPartial')),
    }),
  similar: (service, params) =>
    service.similar({ phrase: text(params, 'phrase'), ...optional('limit', count(params, 'limit')) }),
  rephrase: (service, params) =>
    service.rephrase({
      text: text(params, 'text'),
      ...span(params),
      ...optional('limit', count(params, 'limit')),
    }),
  borrowed: (service, params) =>
    service.borrowed({ text: text(params, 'text'), ...optional('path', optionalText(params, 'path')) }),
  series: (service, params) => service.series({ text: text(params, 'text') }),
  draftLength: (service, params) =>
    service.draftLength({ text: text(params, 'text'), ...optional('rule', choice(params, 'rule', LENGTH_RULES)) }),
  seriesAt: (service, params) => service.seriesAt(draftPlace(params)),
  seriesLookup: (service, params) =>
    service.seriesLookup({
      ...optional('member', optionalText(params, 'member')),
      ...optional('slogan', optionalText(params, 'slogan')),
      ...optional('frame', optionalText(params, 'frame')),
      ...optional('family', choice(params, 'family', SERIES_FAMILIES)),
      ...optional('members', count(params, 'members')),
      ...optional('length', count(params, 'length')),
      ...optional('section', choice(params, 'section', SECTION_FUNCTIONS)),
      ...optional('limit', count(params, 'limit')),
    }),
  seriesLike: (service, params) =>
    service.seriesLike({
      text: text(params, 'text'),
      ...span(params),
      ...optional('limit', count(params, 'limit')),
    }),
  sectionModels: (service, params) =>
    service.sectionModels({
      function: choice(params, 'function', SECTION_FUNCTIONS) ?? missing('function'),
      ...optional('occasion', optionalText(params, 'occasion')),
      ...optional('draft', optionalText(params, 'draft')),
      ...optional('limit', count(params, 'limit')),
    }),
  outline: (service, params) =>
    service.outline({ text: text(params, 'text'), ...optional('raw', flag(params, 'raw')) }),
  check: (service, params) =>
    service.check({
      text: text(params, 'text'),
      ...optional('path', optionalText(params, 'path')),
      ...optional('localNames', texts(params, 'localNames')),
    }),
  documents: (service, params) =>
    service.documents({
      groupBy: choice(params, 'groupBy', GROUPINGS) ?? missing('groupBy'),
      ...optional('group', optionalText(params, 'group')),
      ...optional('offset', count(params, 'offset')),
      ...optional('limit', count(params, 'limit')),
    }),
  describe: (service, params) =>
    service.describe({
      documentId: text(params, 'documentId'),
      changes: fieldChanges(params['changes']),
      ...optional('isExcluded', flag(params, 'isExcluded')),
    }),
  sidecarText: (service, params) =>
    service.sidecarText({
      documentId: text(params, 'documentId'),
      ...optional('head', optionalText(params, 'head')),
    }),
  locate: (service, params) =>
    service.locate({
      documentId: text(params, 'documentId'),
      ...span(params),
    }),
  rendering: (service, params) => service.rendering({ documentId: text(params, 'documentId') }),
  find: (service, params) =>
    service.find({ query: text(params, 'query'), ...optional('limit', count(params, 'limit')) }),
  cards: service => service.cards(),
  addCard: (service, params) =>
    service.addCard({
      text: text(params, 'text'),
      tags: texts(params, 'tags') ?? [],
      ...optional('note', optionalText(params, 'note')),
      ...optional('from', optionalText(params, 'from')),
    }),
  stats: service => service.stats(),
};

function isMethod(name: string): name is keyof SpeechService {
  return Object.hasOwn(handlers, name);
}

function draftPlace(params: RequestParams): DraftPlace {
  return { text: text(params, 'text'), offset: count(params, 'offset') ?? missing('offset') };
}

function span(params: RequestParams): Span {
  return { start: count(params, 'start') ?? missing('start'), end: count(params, 'end') ?? missing('end') };
}

function fieldChanges(value: unknown): NonNullable<DescribeRequest['changes']> {
  if (value === undefined) return {};
  const isChange = ([field, each]: [string, unknown]): boolean =>
    (EDITABLE_FIELDS as readonly string[]).includes(field) && (each === null || typeof each === 'string');
  if (typeof value === 'object' && value !== null && Object.entries(value).every(isChange)) return value;
  throw new ServiceError('bad-request', `参数 changes 应为 ${EDITABLE_FIELDS.join('、')} 的文本或 null`);
}

/** Reads the values of each facet. An unknown facet is an error: if it were ignored, a misspelt filter would let everything through. */
function filter(params: RequestParams): ConcordanceFilter | undefined {
  const value = params['filter'];
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) throw new ServiceError('bad-request', '参数 filter 应为对象');
  choices({ filter: Object.keys(value) }, 'filter', FACETS);
  const chosen = FACETS.map(facet => [facet, texts(value as RequestParams, facet)] as const);
  return Object.fromEntries(chosen.filter(([, values]) => values !== undefined));
}
