import { describe, expect, it } from '@jest/globals';
import { unfiledComplaint } from '../../../../src/compliance/transcript/rules/unfiled-complaint.js';
import type { WrittenTalk } from '../../../review/findings/conversation-lines.js';
import { transcriptFrom } from '../../../review/findings/conversation-lines.js';

type Lines = WrittenTalk['lines'];

const isFound = (...lines: Lines): boolean =>
  unfiledComplaint.inspect(transcriptFrom({ id: 'x', is: 'clean', lines })).length > 0;

const OPENS = '给您添麻烦了，很抱歉。这件事我来登记，会有专人处理。请您说说是什么事。';
const CONFIRMS = '确认登记的话回「对」；还要补充，直接往下说；不想登记了，回「算了」。';
const HOLDS = '投诉的内容我先留着，确认登记就回「对」。';

describe('a complaint that was begun', () => {
  it('and left after the first question is on no record', () => {
    expect(isFound({ customer: '我要投诉' }, { bot: OPENS })).toBe(true);
    expect(isFound({ customer: '投诉' }, { bot: OPENS })).toBe(true);
  });

  it('and told in full, but never confirmed, is on no record either', () => {
    const told = [{ customer: '我要投诉' }, { bot: OPENS }, { customer: '顾问没讲清楚费用' }];
    expect(isFound(...told, { bot: CONFIRMS })).toBe(true);
    expect(isFound(...told, { bot: CONFIRMS }, { customer: '净值多少' }, { bot: HOLDS })).toBe(
      true,
    );
    expect(isFound(...told, { bot: '现在给您登记投诉，可以吗？' })).toBe(true);
  });

  it('is none once it was filed, taken back or passed on to a person', () => {
    const begun = [{ customer: '我要投诉' }, { bot: OPENS }];
    expect(isFound(...begun, { act: 'complaint_filed' })).toBe(false);
    expect(isFound(...begun, { customer: '算了，不投诉了' })).toBe(false);
    expect(isFound(...begun, { act: 'person_called' })).toBe(false);
  });

  it('is held to the words of the person it was passed on to', () => {
    const begun = [{ customer: '我要投诉' }, { bot: OPENS }, { act: 'person_called' }];
    expect(isFound(...begun, { advisor: '您消消气，改天我请您喝茶。' })).toBe(true);
    expect(isFound(...begun, { advisor: '已经为您登记，编号稍后告诉您。' })).toBe(false);
  });

  it('is shown its way by a number to call', () => {
    const asked = { customer: '我要投诉' };
    expect(isFound(asked, { bot: '您可以拨打投诉电话 95588，也可以由我登记。' })).toBe(false);
  });
});
