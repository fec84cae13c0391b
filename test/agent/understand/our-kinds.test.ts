import { describe, expect, it } from '@jest/globals';
import { heldBeside, ourOnly } from '../../../src/agent/understand/our-kinds.js';
import { demoShelf } from '../../demo/demo-shelf.js';

const meant = (text: string) => ourOnly(demoShelf, text).map(({ code }) => code);

describe('a kind of which the shelf has one product', () => {
  it.each([
    ['你们那个百万医疗险怎么报销', ['YQ0102']],
    ['百万医疗的免赔额多少', ['YQ0102']],
    ['大额存单起存多少', ['CK0036']],
    ['大额存单能转给我老婆不', ['CK0036']],
    ['大额存单存30万一年能拿多少利息', ['CK0036']],
    ['三年期国债10万到期能拿多少利息', ['GZ2610']],
    ['存一年能给多少利息', ['CK0012']],
    ['国债提前取手续费多少，一万块扣几块', ['GZ2610']],
    ['国债是几级风险', ['GZ2610']],
    ['国债半年内兑出来有利息没', ['GZ2610']],
    ['存个三年利率多少', ['CK0036']],
    ['国债和大额存单哪个利息高', ['GZ2610', 'CK0036']],
  ])('%s: %j', (text, codes) => expect(meant(text)).toEqual(codes));

  it('is held against the one that is named beside it', () => {
    const beside = (masked: string) => heldBeside(demoShelf, masked)?.code ?? null;
    expect(beside('大额存单和{product}，提前取哪个亏得多')).toBe('CK0036');
    expect(beside('{product}跟国债有啥区别')).toBe('GZ2610');
    expect(beside('{product}能买国债吗')).toBeNull();
    expect(beside('把{product}的A类和纯债的费率放一起对比一下')).toBe('QY0021');
    expect(beside('{product}和货币基金哪个好')).toBeNull();
    expect(beside('把{product}和短债的费用并排列一下')).toBe('CH0107');
  });

  it('is asked about where its own card has the answer, but not by its bare name', () => {
    const codes = (text: string) => ourOnly(demoShelf, text, () => true).map(({ code }) => code);
    expect(codes('有高血压能买百万医疗吗')).toEqual(['YQ0102']);
    expect(codes('国债呢')).toEqual([]);
  });

  it.each(['百万医疗一般等待期多久', '医疗险的免赔额是什么意思', '大额存单能提前支取吗'])(
    'stays a question in general: %s',
    (text) => expect(meant(text)).toEqual([]),
  );

  it.each(['利率又降了，我存的三年定期会不会跟着降', '降息了，三年期的利率跟着变吗'])(
    'is not meant where it is asked what becomes of a rate: %s',
    (text) => expect(meant(text)).toEqual([]),
  );
});
