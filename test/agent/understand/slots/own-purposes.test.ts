import { describe, expect, it } from '@jest/globals';
import { needSlots } from '../../../../src/agent/understand/slots/need-slots.js';

const goal = (text: string, asked: readonly string[] = []) =>
  needSlots(text, asked, '2026-11-27')['goal'];

describe('a purpose that is on no list', () => {
  it.each([
    ['三周后要付货款', '付货款'],
    ['下个月要给工人发工资', '给工人发工资'],
    ['厂里周转', '厂里周转'],
    ['用途改成日常生活费', '日常生活费'],
    ['留着交房租', '交房租'],
  ])('%s is kept in the customer’s own words', (text, words) => {
    expect(goal(text)).toBe(words);
  });

  it.each([
    ['货款', '货款'],
    ['付货款用的', '付货款'],
    ['用来买设备', '买设备'],
    ['就是平时花的', '日常开销'],
    ['看病', '看病'],
  ])('%s answers what it is for', (text, words) => {
    expect(goal(text, ['goal'])).toBe(words);
  });

  it.each(['公司发工资那天', '你们问这个干嘛用', '先不急着用', '不知道怎么用'])(
    '%s names none',
    (text) => expect(goal(text, ['goal'])).toBeUndefined(),
  );

  it('stays on the list where it is on it', () => {
    expect(goal('装修用')).toBe('short_spending');
    expect(goal('给孩子上大学用', ['goal'])).toBe('education');
    expect(goal('每个月领一笔生活费')).toBe('income');
  });
});
