import { checkCases } from './checkCases.ts';

describe('check: ordinals', () => {
  checkCases([
    ['一是要快。二是要准。三是要稳。'],
    [
      '一是要快。【三是】要准。四是要稳。',
      'ordinal-missing',
      '序号不连续：“三是”前缺“二是”',
      '一是要快。二是要准。三是要稳。',
    ],
    [
      '一、认识\n要紧。\n二、行动\n要快。\n【二、】保障\n要实。',
      'ordinal-repeated',
      '序号“二、”重复',
      '一、认识\n要紧。\n二、行动\n要快。\n三、保障\n要实。',
    ],
    ['首先要快。最后要稳。'],
    ['三、行动\n要快。\n四、保障\n要实。'],
  ]);
});
