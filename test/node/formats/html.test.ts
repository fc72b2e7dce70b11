import assert from 'node:assert/strict';
import { readHtml, sniffHtmlCharset } from '../../../src/node/formats/html/html.ts';

const FIRST = '今天召开这次会议，主要任务是总结去冬以来水利建设情况，安排部署春耕备耕各项工作。';
const SECOND = '各村要把种子、化肥、农机摸清底数，缺什么补什么，不误农时。';
const LINKS = Array.from({ length: 12 }, (_, i) => `<li><a href="/${i}">其他会议的消息标题第${i}条</a></li>`).join('');
const page = (body: string, head = '<title>在春耕动员会上的讲话_某县_某网</title>') =>
  `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;
const EXPECTED = `在春耕动员会上的讲话\n同志们：\n${FIRST}\n${SECOND}`;

describe('web pages', () => {
  for (const [name, body] of [
    [
      'of today',
      `<header><nav><a href="/">首页</a><a href="/x">新闻</a></nav></header><main><h1>在春耕动员会上的讲话</h1><div class="info">发布时间：2024-02-03 来源：某县</div><article><p>　　同志们：</p><p>${FIRST}</p><p>${SECOND}</p></article></main><aside><ul>${LINKS}</ul></aside><footer>版权所有 某县人民政府，未经许可不得转载，违者必究。</footer>`,
    ],
    [
      'laid out by tables',
      `<table><tr><td width=170><table><tr><td><a href="/">首页</a></td></tr><tr><td><a href="/2">政务</a></td></tr></table></td><td><table><tr><td align=center><b>在春耕动员会上的讲话</b></td></tr><tr><td>来源：某县&nbsp;&nbsp;点击：12</td></tr><tr><td><P>同志们：<BR>　　${FIRST}<BR><BR>　　${SECOND}</td></tr><tr><td>【<a href="#">打印</a>】【<a href="#">关闭窗口</a>】</td></tr></table></td></tr></table>`,
    ],
    [
      'of WeChat, hidden until a script has run',
      `<div id="js_article"><h1 id="activity-name">在春耕动员会上的讲话</h1><div id="js_content" style="visibility: hidden; opacity: 0;"><section><p><span>同志们：</span></p><section><p>${FIRST}</p></section><section><p>${SECOND}</p></section></section></div></div><script>var a = "同志们：";</script>`,
    ],
    [
      'with a block of related articles',
      `<div class="box"><h1>在春耕动员会上的讲话</h1><div class="text"><div><p>同志们：</p><p>${FIRST}</p><p>${SECOND}</p></div><div><h2>相关新闻</h2><p>某县召开会议，研究部署工作。</p></div><ul>${LINKS}</ul></div></div>`,
    ],
    [
      'with hidden text',
      `<h1>在春耕动员会上的讲话</h1><div><p>同志们：</p><p style="display: none">内部掌握的数字，不得外传。</p><p hidden>不显示。</p><p>${FIRST}</p><!-- 注释 --><p>${SECOND}</p></div>`,
    ],
  ] as const) {
    it(name, () => assert.deepEqual(readHtml(page(body)), { text: EXPECTED, title: '在春耕动员会上的讲话' }));
  }

  it('that are short keep their little text', () => {
    const body = `<ul class="nav"><li><a href="/">首页</a></li><li><a href="/2">新闻</a></li></ul><h1>放假通知</h1><p>各村：</p><p>初一至初七放假。</p><div class="foot">某县 ICP备123号</div>`;
    assert.deepEqual(readHtml(page(body, '<title>放假通知-某县</title>')), {
      text: '放假通知\n各村：\n初一至初七放假。',
      title: '放假通知',
    });
  });

  it('keep what belongs to the title above the article', () => {
    const body = `<h2>在春耕动员会上的讲话</h2><div>——在全县三级干部会议上</div><div>（2024年2月3日）</div><div>字体：大 中 小</div><div><p>${FIRST}</p><p>${SECOND}</p></div>`;
    assert.equal(
      readHtml(page(body)).text,
      `在春耕动员会上的讲话\n——在全县三级干部会议上\n（2024年2月3日）\n${FIRST}\n${SECOND}`,
    );
  });

  it('render characters, blanks and lists as a browser does', () => {
    const body = `<div><p>&#19968;&#x662F;&ldquo;抓早&rdquo;，\n二是&nbsp;抓小；A &amp; B，all\nright。</p><ol start="3"><li>修渠，清淤。</li><li>4.补种，追肥。</li></ol><ul><li>不分先后，一并抓好。</li></ul><pre>第一行，原样。\n第二行。</pre></div>`;
    assert.equal(
      readHtml(body).text,
      '一是“抓早”，二是\u00a0抓小；A & B，all right。\n3.修渠，清淤。\n4.补种，追肥。\n不分先后，一并抓好。\n第一行，原样。\n第二行。',
    );
  });

  it('number lists as their style says', () => {
    const list = (attributes: string) =>
      readHtml(`<ol ${attributes}><li>修渠，清淤。</li><li>补种，追肥。</li></ol>`).text;
    assert.equal(list('style="list-style-type: cjk-ideographic"'), '一、修渠，清淤。\n二、补种，追肥。');
    assert.equal(list('style="list-style: none"'), '修渠，清淤。\n补种，追肥。');
    assert.equal(list('type="A" start=3'), 'C.修渠，清淤。\nD.补种，追肥。');
  });

  it('called by the name of a file have no title', () => {
    assert.deepEqual(readHtml(`<title>10.indd</title><p>${FIRST}</p>`), { text: FIRST });
  });

  it('give tables of figures by rows', () => {
    const body = `<div><p>${FIRST}</p><table><tr><th>项目</th><th>金额</th></tr><tr><td>修渠</td><td>12</td></tr></table><p>${SECOND}</p></div>`;
    assert.equal(readHtml(body).text, `${FIRST}\n项目\t金额\n修渠\t12\n${SECOND}`);
  });

  it('in which names of furniture mean something else are read whole', () => {
    const body = Array.from({ length: 6 }, () => `<div class="hot page"><p>${FIRST}</p></div>`).join('');
    assert.equal(readHtml(body).text, Array(6).fill(FIRST).join('\n'));
  });

  it('with characters that are none come out without them', () => {
    assert.equal(readHtml(`<p>${FIRST}&#x110000;&#xD800;&nosuch;</p>`).text, `${FIRST}\ufffd\ufffd&nosuch;`);
  });

  it('swallowed by a link that is never closed are read all the same', () => {
    assert.equal(readHtml(`<a href="#top"><div><p>${FIRST}</p><p>${SECOND}</p></div>`).text, `${FIRST}\n${SECOND}`);
  });

  it('take linear time, however deep or broken they are', function () {
    this.timeout(20_000);
    for (const [name, html] of [
      ['deep', `${'<div>'.repeat(30_000)}<p>${FIRST}</p>`],
      ['deep inline', `${'<font>'.repeat(30_000)}${FIRST}`],
      ['deep tables', `${'<table><tr><td>'.repeat(10_000)}${`<p>${FIRST}</p>`.repeat(2000)}`],
      ['closing tags of nothing', `<p>${FIRST}</p>${'<b>'.repeat(50_000)}${'</i></p>'.repeat(50_000)}`],
      ['wide', `<p>${FIRST}</p>`.repeat(30_000)],
      ['open comment', `<p>${FIRST}</p><!--${'-'.repeat(500_000)}`],
      ['blanks', `<p>${FIRST}${' \n'.repeat(300_000)}${SECOND}</p>`],
      ['meta', '<meta '.repeat(50_000)],
    ] as const) {
      const start = performance.now();
      readHtml(html);
      sniffHtmlCharset(Buffer.from(html));
      assert.ok(performance.now() - start < 2000, `${name}: ${performance.now() - start} ms`);
    }
    assert.equal(readHtml(`${'<div>'.repeat(30_000)}<p>${FIRST}</p>`).text, FIRST);
  });

  it('without anything to read give nothing', () => {
    for (const html of ['', '<html></html>', '<script>alert(1)</script>', '\u0000\ud800<'])
      assert.equal(readHtml(html).title, undefined);
  });

  it('say in which encoding they are', () => {
    for (const [html, charset] of [
      ['<meta charset="utf-8">', 'utf-8'],
      ['<META http-equiv="Content-Type" content="text/html; charset=gb2312">', 'gb18030'],
      ["<meta content='text/html;charset=GBK'>", 'gb18030'],
      ['<?xml version="1.0" encoding="Big5"?>', 'big5'],
      ['<!-- <meta charset="big5"> --><meta charset=UTF-8>', 'utf-8'],
      ['<meta charset="x-klingon">', undefined],
      ['<p>charset=gbk</p>', undefined],
    ] as const) {
      assert.equal(sniffHtmlCharset(Buffer.from(html)), charset, html);
    }
  });
});
