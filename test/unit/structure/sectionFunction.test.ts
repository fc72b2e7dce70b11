import assert from 'node:assert/strict';
import { functionOfHeading, functionOfParagraph } from '../../../src/core/structure/sectionFunction.ts';

describe('functionOfHeading', () => {
  for (const [heading, name] of [
    ['一、肯定成绩，查找不足', '肯定成绩'],
    ['一、水利建设取得新突破', '肯定成绩'],
    ['二、主要经验', '肯定成绩'],
    ['三、几点启示', '肯定成绩'],
    ['三、推广经验，抓好春修', '部署任务'],
    ['四、下一步打算', '部署任务'],
    ['二、渠道不畅的问题和不足', '查找不足'],
    ['二、着力解决突出问题', '部署任务'],
    ['一、充分认识加强春修的重要性', '形势意义'],
    ['二、总体考虑', '总要求'],
    ['五、加快推进政府自身建设', '要求保障'],
    ['五、加强对春修工作的领导', '要求保障'],
    ['第一，大家要早动手', '部署任务'],
    ['三、重要的事情', undefined],
    ['一、渠是怎样修成的', undefined],
  ] as const) {
    it(`${heading} → ${name}`, () => assert.equal(functionOfHeading(heading), name));
  }
});

describe('functionOfParagraph', () => {
  for (const [paragraph, name] of [
    ['刚才，渠长通报了情况。', '承接'],
    ['这次会议的主要任务是部署春修。', '会议由来'],
    ['下面，我讲三点意见。', '提纲'],
    ['在看到成绩的同时，也要清醒。', '过渡'],
    ['渠水清清。', undefined],
  ] as const) {
    it(`${paragraph} → ${name}`, () => assert.equal(functionOfParagraph(paragraph), name));
  }
});
