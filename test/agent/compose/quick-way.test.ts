import { describe, expect, it } from '@jest/globals';
import { quickWay } from '../../../src/agent/compose/quick-way.js';
import { demoProduct } from '../../demo/demo-shelf.js';

const SECTION = '一般几分钟到账；每人每天在这只基金上最多 1 万元，超过的走普通赎回。';
const said = (words: string, section = SECTION) =>
  quickWay(demoProduct('QY0003'), words, section)?.text ?? null;

describe('a sum wanted at once', () => {
  it('is held against what comes at once in a day', () => {
    expect(said('日日通里取1万2今晚能全到不')).toContain('1.2 万元不能马上全到');
    expect(said('日日通里取1万2今晚能全到不')).toContain('剩下的 2,000 元走普通赎回');
    expect(said('日日通今晚取五千')).toContain('额度以内');
  });

  it('is no matter where none was named, or no limit stands there', () => {
    expect(said('日日通今晚能取吗')).toBeNull();
    expect(said('日日通今晚取五千', '以页面提示为准。')).toBeNull();
  });
});
