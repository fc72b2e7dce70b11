import { checkCases } from './checkCases.ts';

describe('check: marks of ordinals', () => {
  checkCases([
    ['1.修好渠\n2.护好林'],
    ['【1、】修好渠', 'marker-form', '序号“1、”宜写作“1.”', '1.修好渠'],
    ['【（一）、】修好渠', 'marker-form', '序号“（一）、”宜写作“（一）”', '（一）修好渠'],
    ['【(1)】修好渠', 'marker-form', '序号“(1)”宜写作“（1）”', '（1）修好渠'],
    ['【(一)，】修好渠', 'marker-form', '序号“(一)，”宜写作“（一）”', '（一）修好渠'],
    ['一、修好渠\n（一）查干渠\n1.5亿元到位。\n第1、2条照办。'],
  ]);
});

describe('check: half-width marks', () => {
  checkCases([
    ['修好渠，护好林；管好路（支路）。'],
    ['修好渠【,】护好林;管好路(支路)。', 'half-width', '本段有4处半角标点', '修好渠，护好林；管好路（支路）。'],
    ['时间是10:30，共1,000人，见http://example.org/?a=1。'],
    [`见[原文](http://example.org/)，填\${会议名:例会}。`],
    ['A, B; C (D) is Latin.'],
  ]);
});
