import assert from 'node:assert/strict';
import { formatSidecar, isFromSidecar, readSidecar, withSidecar } from '../../../src/core/document/sidecar.ts';
import { englishOf } from '../../../src/vscode/messages/translate.ts';

describe('a sidecar', () => {
  it('states fields by their Chinese or English names, with comments and blanks between', () => {
    const text =
      "\ufeff# 存档时补记\r\n---\r\n讲话人: '王小满'\r\nDate: 2024年3月5日 # 会议当天\r\n\r\n单位：云泽市人民政府办公室\r\n密级: 秘密\r\n...\r\n";
    const { problems, fields, classification } = readSidecar(text.replace('单位：', '单位： '));
    assert.deepEqual(problems, []);
    assert.deepEqual(fields, { speaker: '王小满', date: '2024-03-05', organization: '云泽市人民政府办公室' });
    assert.equal(classification, '秘密');
  });

  it('says nothing by a key alone, and that there is none by an empty value', () => {
    assert.deepEqual(readSidecar("讲话人:\n场合: ''\n").fields, { occasion: '' });
  });

  it('names the line of what it cannot read, and keeps the others', () => {
    const { problems, fields } = readSidecar(
      '标题: 在开渠会上的讲话\n- 治水\n讲话者: 王小满\n日期: 去年\n层级: 厅\n职务: 镇长\n',
    );
    assert.deepEqual(problems, [
      '第 2 行：不是“字段: 值”',
      '第 3 行：不认识字段“讲话者”',
      '第 4 行：“去年”不能作为日期',
      '第 5 行：“厅”不能作为层级',
    ]);
    assert.deepEqual(fields, { title: '在开渠会上的讲话', role: '镇长' });
    assert.equal(
      englishOf(`${problems[2]}（文稿照常收录）`),
      'line 4: “去年” cannot be the date (the document itself is taken in)',
    );
  });

  it('is written so that it reads as it was', () => {
    const fields = { title: "在‘开渠’会上的讲话：'一'", speaker: '', date: '2024-03' };
    const text = formatSidecar(fields);
    assert.equal(text, "标题: '在‘开渠’会上的讲话：’一’'\n讲话人: ''\n日期: '2024-03'\n");
    assert.deepEqual(readSidecar(text), { fields: { ...fields, title: '在‘开渠’会上的讲话：’一’' }, problems: [] });
  });

  it('keeps what else the user has written in it', () => {
    const existing = '# 我的\n密级: 无\nspeaker: 旧名\n作者: 旧名\n层级: 县\n';
    assert.equal(
      formatSidecar({ speaker: '王小满', date: '2024' }, existing),
      "# 我的\n密级: 无\n讲话人: '王小满'\n层级: 县\n日期: '2024'\n",
    );
  });

  it('wins over what was found, and can be told from it', () => {
    const found = {
      speaker: '甲',
      date: '2020',
      confidence: { speaker: 'low', date: 'low' },
      evidence: { speaker: '甲说' },
    } as const;
    const stated = withSidecar(found, readSidecar("讲话人: ''\n场合: 座谈会\n"));
    assert.deepEqual([stated.speaker, stated.occasion, stated.date], [undefined, '座谈会', '2020']);
    assert.deepEqual(stated.confidence, { date: 'low', occasion: 'high' });
    assert.ok(isFromSidecar(stated, 'occasion') && !isFromSidecar(stated, 'date') && !isFromSidecar(found));
    assert.ok(isFromSidecar(withSidecar(found, readSidecar("讲话人: ''"))));
  });
});
