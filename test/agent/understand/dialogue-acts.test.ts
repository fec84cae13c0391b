import { describe, expect, it } from '@jest/globals';
import { dialogueAct, mannersIn } from '../../../src/agent/understand/dialogue-acts.js';

describe('a short word beside a question of ours', () => {
  it.each([
    ['对', 'affirm'],
    ['对的，没错', 'affirm'],
    ['嗯嗯可以', 'affirm'],
    ['登记吧', 'affirm'],
    ['不对', 'deny'],
    ['错了', 'deny'],
    ['算了不填了', 'cancel_flow'],
    ['先不说了', 'cancel_flow'],
    ['我不想填了', 'cancel_flow'],
    ['那就关', 'affirm'],
    ['撤了吧', 'cancel_flow'],
    ['停吧', 'cancel_flow'],
    ['不知道', 'skip_slots'],
    ['随便吧', 'skip_slots'],
    ['说不准', 'skip_slots'],
  ])('%s is %s', (text, act) => {
    expect(dialogueAct(text)).toEqual({ do: act });
  });

  it.each([
    '对了，基金几天到账',
    '不知道风险测评多久有效，你帮我查一下',
    '养老用，三十万',
    '申购费怎么算',
    '算算我一年能拿多少',
    '好基金有哪些特点呢，说说看',
  ])('%s is more than that', (text) => {
    expect(dialogueAct(text)).toBeNull();
  });
});

describe('manners in the middle of a matter', () => {
  it.each([
    ['谢谢啊', 'thanks'],
    ['好的，多谢您', 'thanks'],
    ['谢谢 你 很 好', 'thanks'],
    ['再见', 'farewell'],
    ['886', 'farewell'],
    ['那我先走了', 'farewell'],
    ['好吧我再想想', 'noted'],
    ['回头再说吧', 'noted'],
  ])('%s asks for nothing', (text, act) => {
    expect(mannersIn(text)).toEqual({ do: 'social', act });
  });

  it.each(['谢谢，那费用呢', '我再想想存三年还是五年', '想想办法'])('%s does', (text) => {
    expect(mannersIn(text)).toBeNull();
  });
});
