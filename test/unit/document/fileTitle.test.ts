import assert from 'node:assert/strict';
import { titleOfFile } from '../../../src/core/document/fileTitle.ts';

describe('titleOfFile', () => {
  const cases: readonly [stem: string, date: string | undefined, title: string][] = [
    ['2021-02-23_清溪镇_工作报告', '2021-02-23', '清溪镇 工作报告'],
    ['2025_清溪镇_工作报告', '2025', '清溪镇 工作报告'],
    ['20240306 粮仓座谈会', '2024-03-06', '粮仓座谈会'],
    ['2024年3月6日-粮仓座谈会', '2024-03', '粮仓座谈会'],
    ['2023年度工作总结', '2023', '2023年度工作总结'],
    ['2021-02-23_清溪镇', undefined, '2021-02-23 清溪镇'],
    ['2021-02-23_清溪镇', '2020-12', '2021-02-23 清溪镇'],
    ['2021-02-23_', '2021-02-23', '2021-02-23'],
    ['护渠会__（送审稿）_', undefined, '护渠会 （送审稿）'],
    ['推进会-终稿', undefined, '推进会-终稿'],
    ['___', undefined, '___'],
  ];
  for (const [stem, date, title] of cases) {
    it(`${stem}, ${date ?? 'no date'} → ${title}`, () => assert.equal(titleOfFile(stem, date), title));
  }
});
