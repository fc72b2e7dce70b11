import type { CleaningStep, Edit } from './editableText.ts';

/** Longer lines are prose whatever words they contain, so no pattern below is ever run on more than this. */
const MAX_LINE = 320;
/** A line under the footer of a web page that is no sentence and no longer than this belongs to the footer. */
const MAX_FOOTER_LINE = 60;

/** Lines that web pages put around a text, by what they begin with. Each is matched against the whole trimmed line. */
const FURNITURE_STARTS = anyOf([
  /^(?:想了解更多|更多.{0,40}(?:请关注|请访问|请点击|尽在)|欢迎(?:关注|收藏|访问)(?:本站|本网|我们的|微信|公众号)).{0,80}$/u,
  /^【?(?:推荐访问|推荐阅读|相关推荐|相关阅读|相关文章|相关热词|热门推荐|延伸阅读|拓展阅读|猜你喜欢|上一篇|下一篇|上一页|下一页)】?[ \u3000]*[:：].*$/u,
  /^(?:上一页|下一页|上一篇|下一篇|返回顶部|返回首页|打印本页|关闭窗口|查看原文|阅读原文|查看更多|展开全文|分享到.{0,20})$/u,
  /^(?:来源|文章来源)[ \u3000]*[:：][ \u3000]*(?:网络|互联网)(?:整理|收集|转载)?(?:.{0,20}免责声明.*)?[。.]?$/u,
  /^[【（(]?免责声明[】）)]?[ \u3000]*[:：]?.*$/u,
  /^[【（([]?(?:责任编辑|责编|编辑|网络编辑)[ \u3000]*[:：].{1,40}$/u,
  /^(?:扫一扫|微信扫码|长按二维码|点击下载).{0,40}$/u,
  /^(?:浏览次数|阅读次数|点击次数|点击数|阅读量|浏览量|字号|字体大小)[ \u3000]*[:：].{0,60}$/u,
  /^[（(]?(?:更新时间戳?|发布时间|抓取时间)[ \u3000]*[:：][ \u3000]*[\d\-/:： .年月日]{6,30}[）)]?$/u,
  /^[-—－–][ \u3000]*\d{1,4}[ \u3000]*[-—－–]$/u,
  /^第[ \u3000]*\d{1,4}[ \u3000]*页(?:[ \u3000，,/]*共[ \u3000]*\d{1,4}[ \u3000]*页)?$/u,
]);
const ADDRESS_LINE =
  /^(?:原文|本文|文章)?(?:链接|网址|地址|出处)?[:：]?[ \u3000]*(?:https?:\/\/|www\.)[^\s\u4e00-\u9fff]{3,300}$/iu;
/** Furniture told by words that stand further inside; see `HINT`. */
const FURNITURE_LINES = anyOf([
  // «下面是小编为大家整理的……，供大家参考。»
  /^(?:下面|以下|这里|今天|本文|此文)?(?:就)?(?:是|由|为)?[^。\n]{0,30}(?:小编|本站|本网站|网友)(?=.{0,200}(?:整理|收集|搜集|精选|精心|带来|分享|推荐|编辑|准备))(?=.{0,250}(?:参考|借鉴|帮助|喜欢|查阅|阅读|整理)).*$/u,
  /^.{0,12}由(?:互联网用户|网友|网络用户|本站会员|本站用户)(?:自行|自发)?(?:整理|上传|投稿|贡献|提供|分享).{0,120}$/u,
  /^.{0,60}(?:转载|分享)(?:.{0,10})(?:请|须|需)(?:.{0,6})(?:注明|保留)(?:.{0,20})(?:出处|来源|作者|信息|链接|地址).{0,40}$/u,
  /^.{0,60}(?:侵权|版权问题|版权纠纷).{0,20}(?:联系|告知|通知)(?:我们|本站|本网|管理员|作者|删除).{0,30}(?:删除|处理|下架)?.{0,20}$/u,
  /^.{0,120}【打印】.{0,40}$/u,
]);

/** Lines after which a page is over: what stands under them is more of the same. */
const FOOTER_START =
  /免责声明|(?:来源|文章来源)[ \u3000]*[:：][ \u3000]*(?:网络|互联网)|互联网用户整理|推荐访问|相关推荐[:：]/u;

/** Pieces of furniture inside a line that is otherwise text. */
const PAGE_OF_PAGES =
  /[（(][ \u3000]?(?:第[ \u3000]?\d{1,3}[ \u3000]*[/／][ \u3000]*\d{1,3}[ \u3000]*页?|\d{1,3}[ \u3000]*[/／][ \u3000]*\d{1,3}[ \u3000]*页)[ \u3000]*[）)]/gu;
const MILL_TAG =
  /[ \u3000]*[（(【](?:精选(?:文档|范文|文章|篇)?|范文(?:精选|推荐)|最新(?:版|范文|文档)?|完整版?|通用\d{0,2}篇?|合集\d{0,2}篇?|共\d{1,2}篇|推荐\d{0,2}篇?|(?:word|doc|docx)版(?:本)?|可编辑|收藏版?)[）)】]/giu;
/** «谢谢大家！推荐访问：工作会议 讲话»: the end of a page run together with the last sentence. */
const TAIL =
  /(?<=^|[。！？!?…”\s])(?:推荐访问|推荐阅读|相关推荐|免责声明|来源[:：][ \u3000]*(?:网络|互联网)整理|[上下]一篇)[ \u3000]*[:：]?(?<=[:：][ \u3000]*|整理)[^\n]{0,200}$/gmu;
const TITLE_LIMIT = 80;
/** What every line has that `FURNITURE_LINES`, `MILL_TAG` or `TAIL` fits: next to no line of a speech. */
const HINT =
  /小编|本站|本网站|网友|由互联网用户|由网络用户|转载|分享|侵权|版权|【打印】|[（(【](?:精选|范文|最新|完整|通用|合集|共|推荐|word|doc|可编辑|收藏)|推荐访问|推荐阅读|相关推荐|免责声明|来源[ \u3000]*[:：]|[上下]一篇/iu;

/** Takes out what a web page added: introductions of the editor, links, disclaimers, page numbers, tags in titles. */
export const removeFurniture: CleaningStep = text => {
  const edits: Edit[] = [];
  const hasSlashes = hasSlash(text);
  let inFooter = false;
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const whole = text.slice(start, end);
    const hinted = HINT.test(whole);
    const line = end - start > MAX_LINE ? '' : whole.trim();
    if (line !== '' && (isFurniture(line, hinted) || (inFooter && isFooterLine(line)))) {
      edits.push({ start, end, after: '', kind: 'furniture' });
      if (FOOTER_START.test(line)) inFooter = true;
    } else {
      if (line !== '' || end - start > MAX_LINE) inFooter = false;
      if (hinted || (hasSlashes && hasSlash(whole))) pushInline(edits, whole, start);
    }
    start = end + 1;
  }
  return edits;
};

function hasSlash(text: string): boolean {
  return text.includes('/') || text.includes('／');
}

function isFurniture(line: string, hinted: boolean): boolean {
  return FURNITURE_STARTS.test(line) || ADDRESS_LINE.test(line) || (hinted && FURNITURE_LINES.test(line));
}

function anyOf(patterns: readonly RegExp[]): RegExp {
  return new RegExp(patterns.map(pattern => pattern.source).join('|'), 'u');
}

/** «《……讲话稿》» under a disclaimer is the title of some other text. */
function isFooterLine(line: string): boolean {
  return line.length <= MAX_FOOTER_LINE && !/[。！？；]/u.test(line.replace(/[。！]$/u, ''));
}

function pushInline(edits: Edit[], line: string, start: number): void {
  const found: Edit[] = [];
  const add = (pattern: RegExp) => {
    for (const match of line.matchAll(pattern)) {
      if (match[0].length === 0) continue;
      found.push({
        start: start + match.index,
        end: start + match.index + match[0].length,
        after: '',
        kind: 'furniture',
      });
    }
  };
  add(PAGE_OF_PAGES);
  if (line.length <= TITLE_LIMIT) add(MILL_TAG);
  add(TAIL);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = start;
  for (const edit of found) {
    if (edit.start < reached) continue;
    edits.push(edit);
    reached = edit.end;
  }
}
