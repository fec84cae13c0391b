import { describe, expect, it } from '@jest/globals';
import {
  callbackTimeIn,
  isOfCallTime,
  mayBeOfCall,
} from '../../../../src/agent/understand/slots/callback-times.js';

const slots = [
  { id: '2026-11-26T09:00', label: '11 月 26 日（周四）09:00–11:30' },
  { id: '2026-11-26T13:00', label: '11 月 26 日（周四）13:00–18:00' },
  { id: '2026-11-27T09:00', label: '11 月 27 日（周五）09:00–11:30' },
];
const read = (text: string) => callbackTimeIn(text, slots, '2026-11-25');

describe('a time for a call', () => {
  it.each([
    ['第一个', 0],
    ['就第二个吧', 1],
    ['选三个', 2],
    ['最早的那个', 0],
    ['就约最早那个时间吧', 0],
    ['最晚的那个时间', 2],
    ['最晚的吧', 2],
    ['尽快', 0],
  ])('%s counts those offered', (text, at) => {
    expect(read(text)).toBe(slots[at]);
  });

  it.each(['我一个人也不会弄手机', '要一个月才能取吗', '最后还是亏了', '第一次买的那只'])(
    '%s counts something else',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

describe('words about when to call', () => {
  it.each([
    '明天上午行吗',
    '那就明天下午打给我吧',
    '周五上午可以吗',
    '下周三方便',
    '第一个行吗',
    '那就明天上午十点，谢谢你啊',
  ])('are these: %s', (text) => {
    expect(isOfCallTime(text)).toBe(true);
  });

  it.each(['明天上午买基金哪天确认', '今天下午三点前卖算哪天的价', '后天产品到期'])(
    'are not these, which name a day: %s',
    (text) => {
      expect(isOfCallTime(text)).toBe(false);
      expect(mayBeOfCall(text)).toBe(false);
    },
  );

  it('may stand among more words of a call', () => {
    expect(mayBeOfCall('我明天上午在家带孙子，你们打座机')).toBe(true);
  });
});
