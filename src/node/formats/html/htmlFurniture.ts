/** Names that makers of pages give to what surrounds an article, as whole words of a class or id. */
const HINTS =
  /(?:^|[\s_-])(?:nav|navbar|topnav|breadcrumbs?|crumbs?|position|footer|foot|copyright|sidebar|share|sharing|bdshare|comments?|related?|relate|recommend|hot|ads?|advert|banner|pagination|pager|toolbar|tags?|login|search|qrcode|ewm|edit|editor-info|statement|disclaimer)(?=$|[\s_-])/iu;
/** Heads of lists of other texts. */
const HEADS =
  /^[【[]?(?:推荐阅读|相关阅读|延伸阅读|相关新闻|相关链接|相关文章|相关推荐|相关报道|相关资讯|相关信息|相关附件|热点推荐|热点新闻|热门文章|热门推荐|精彩推荐|精彩图集|精彩图片|最新文章|最新资讯|猜你喜欢|网友评论|最新评论|发表评论|热帖|排行榜|点击排行|友情链接|视频新闻)[】\]]?[:：>》]*$/u;
const LONGEST_LINE = 90;
/** Short lines about the page, not of the article. */
const LINES: readonly RegExp[] = [
  /^(?:您)?(?:现在|当前)?的?(?:所在)?位置[:：]/u,
  /^(?:首页|网站首页)(?:\s*[>»›＞/|])/u,
  /^(?:发布|发表|更新|发稿|录入|提交)?(?:时间|日期)\s*[:：]\s*\d{4}/u,
  // «2024年1月5日» alone may be the date of a speech.
  /^\d{4}(?:[-/]\d{1,2}[-/]\d{1,2}|年\d{1,2}月\d{1,2}日(?=\s*\S))(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+(?:来源|作者|责任编辑|编辑|浏览|阅读|点击).*)?$/u,
  /^(?:信息|文章|稿件|新闻)?(?:来源|出处|来源于)\s*[:：]/u,
  /^[(（【[]?(?:责任编辑|责编|编辑|网络编辑|校对|审核|值班编辑)\s*[:：].*$/u,
  /^(?:浏览|阅读|点击|访问)(?:次数|量|数)?\s*[:：]/u,
  /^[【[]?\s*(?:打印|打印本页|打印此页|关闭窗口|关闭|返回顶部|我要纠错|纠错|收藏|加入收藏|分享|评论|点赞|举报)\s*[】\]]?(?:\s*[【[|]?\s*(?:打印本页|打印|关闭窗口|关闭|纠错)\s*[】\]]?)*$/u,
  /^(?:字体|字号|【字体)\s*[:：【]/u,
  /^(?:分享到|分享至|扫一扫|微信扫|关注.{1,12}(?:微信|公众号)|长按.{0,6}二维码)/u,
  /^[【[]?(?:上一篇|下一篇|上一页|下一页|尾页|末页)[】\]]?/u,
  /(?:ICP备|公网安备|网站标识码|Copyright|©|All Rights Reserved|版权所有|建议使用.{0,10}浏览器)/iu,
  /^【?\d{1,2}】?(?:(?:\s+|(?<=】)|(?<!】)(?=【))【?\d{1,2}】?)+$/u,
  /^(?:[\d\s|>»【】[\]·•…+—-]{1,12}|图集|正文)$/u,
];

/** Class, id or role of an element that is not the article: `class="nav"`, `id="footer"`. */
export function furnitureHint(attributes: Readonly<Record<string, string>>): boolean {
  if (/^(?:navigation|banner|contentinfo|complementary|search)$/.test(attributes['role'] ?? '')) return true;
  return HINTS.test((attributes['class'] ?? '').slice(0, 200)) || HINTS.test((attributes['id'] ?? '').slice(0, 200));
}

export function isFurnitureHead(text: string): boolean {
  return text.length <= 12 && HEADS.test(text.replaceAll(/\s+/g, ''));
}

export function isFurnitureLine(text: string): boolean {
  return text.length <= LONGEST_LINE && LINES.some(pattern => pattern.test(text.trim()));
}
