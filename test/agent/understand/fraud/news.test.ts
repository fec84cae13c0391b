import { describe, expect, it } from '@jest/globals';
import {
  fraudNewsIn,
  fraudTold,
  withAllTold,
} from '../../../../src/agent/understand/fraud/news.js';
import { ruleFor } from '../../../../src/agent/understand/rules.js';
import { emptyState } from '../../../../src/conversation/evolve.js';
import type { ConversationState } from '../../../../src/conversation/evolve.js';
import { unknownFraud } from '../../../../src/terms/fraud.js';

const alarmed: ConversationState = { ...emptyState, fraud: { ...unknownFraud, isAlarm: true } };
const mother: ConversationState = {
  ...emptyState,
  fraud: { ...unknownFraud, isAlarm: true, victim: 'mother' },
};
const newsIn = (text: string, state: ConversationState = alarmed) => {
  const command = fraudNewsIn(text, state);
  return command?.do === 'emergency' && command.kind === 'fraud' ? command.news : null;
};

describe('while somebody is being cheated', () => {
  it.each([
    ['我还把验证码告诉他了', ['code']],
    ['他让我下载一个会议软件共享屏幕', ['screen_asked']],
    ['叫我下载会议软件共享屏幕，我开着呢', ['screen']],
    ['我已经装了他发的软件', ['screen']],
    ['他叫我下个会议软件，我下了', ['screen']],
    ['不用报警吧', ['whether_report']],
    ['身份证正反面都拍给他了', ['details']],
    ['验证码没给', ['kept']],
    ['他问我要验证码', ['code_asked']],
    ['现在说要再交一万保证金才能提现', ['more_money']],
    ['他现在又打电话来了我接不接', ['contact']],
    ['他说不转就要起诉我', ['threat']],
    ['我怕家里人知道', ['family']],
    ['报警打哪个电话', ['police']],
    ['我该先打哪个电话', ['police']],
    ['银行电话多少', ['bank_number']],
    ['怎么冻结', ['freeze']],
    ['能不能帮我把钱追回来', ['recover']],
    ['你们会赔我吗', ['compensate']],
    ['我该怎么办', ['steps']],
    ['还有什么要做的', ['steps']],
    ['谢谢你我去报警', ['reporting']],
    ['110说让我去派出所，我要带什么', ['reported', 'evidence']],
    ['银行那边已经止付了', ['stopped']],
    ['我又转了一万', ['sent']],
    ['那我先打5000试试', ['pay_asked']],
    ['是不是真的啊', ['verify']],
    ['他工号QY8866，你查查有没有这个人', ['staff_check']],
    ['我怎么知道那个app是不是真的', ['app_check', 'verify']],
    ['那我正规app里的安鑫C会不会被他卖掉', ['holdings']],
    ['我存在你们这里的钱安全吗', ['holdings']],
    ['他有我手机号和姓名，会不会拿去贷款', ['misuse']],
    ['我直接拉黑他行吗', ['block']],
    ['我真的好恨自己，太蠢了', ['blame']],
    ['要不要改密码', ['password']],
    ['他能看到我的银行卡吗', ['seen']],
    ['那你们平时会主动加客户微信吗', ['ours']],
    ['好，我知道了，谢谢你', ['thanks']],
    ['他说今天不转明天就没名额了', ['hurry']],
  ])('%s is news with its own words', (text, news) => {
    expect(newsIn(text)).toEqual(news);
  });

  it.each([
    ['她不信我，非说人家是真的', 'persuade'],
    ['我怎么劝她', 'persuade'],
    ['现在她还要去银行再转五万，我在外地拦不住', 'stop_them'],
    ['能不能让银行拦住她', 'stop_them'],
    ['我能不能替她报警', 'report_for_them'],
  ])('%s is asked for somebody else', (text, news) => {
    expect(newsIn(text, mother)).toContain(news);
    expect(newsIn(text, mother)).not.toContain('stopped');
  });

  it.each(['国债怎么买', '基金赎回要交多少手续费', '安鑫C赎回几天到账', '你好'])(
    '%s is another matter',
    (text) => {
      expect(newsIn(text)).toBeNull();
    },
  );
});

describe('money that has left', () => {
  it.each([
    ['一个小时前转了八万', 80_000],
    ['我给他转了3万块', 30_000],
    ['转过去了', null],
    ['我投了八万', 80_000],
    ['他骗了我六万', 60_000],
    ['刚给人转了三万，还要再转五万', 30_000],
    ['卡里的钱被人转走了', null],
  ])('%s', (text, yuan) => {
    const told = fraudTold(text, alarmed);
    expect(told.news).toContain('sent');
    expect(told.yuan ?? null).toBe(yuan);
  });

  it.each(['还没转', '我还没转给他', '差点就转了', '钱还在，没有损失', '没敢转'])(
    '%s: it is still there',
    (text) => {
      expect(fraudTold(text, alarmed).news).toContain('unsent');
      expect(fraudTold(text, alarmed).news).not.toContain('sent');
    },
  );

  it.each([
    '他让我把钱转过去',
    '刚接到电话说转了就没事',
    '要是我转了会怎么样',
    '他要我再转两万',
    '该不该转',
    '先转五万到一个账户',
    '他给了我一个链接',
    '我在你们这存了三十万',
    '今天不转明天就没名额了',
  ])('%s: not told', (text) => {
    expect(fraudTold(text, alarmed).news ?? []).not.toContain('sent');
  });
});

describe('whose money it is', () => {
  it.each([
    ['我妈被骗了', 'mother'],
    ['我妈刚才给一个陌生人转了六万', 'mother'],
    ['我爸正在被骗子指挥转账', 'father'],
    ['我老公非要给人转钱，我拦不住', 'husband'],
    ['我朋友可能被骗了', 'friend'],
  ])('%s', (text, victim) => {
    expect(fraudTold(text, emptyState).victim).toBe(victim);
  });

  it.each([
    '我被骗了，怕我妈知道',
    '骗子冒充我儿子让我转钱',
    '我给我妈转的钱被骗走了',
    '我被骗了八万',
  ])('%s: their own', (text) => {
    expect(fraudTold(text, emptyState).victim).toBeUndefined();
  });
});

describe('an offer too good to be true', () => {
  it.each([
    '年化18%，保本，真的吗',
    '群里老师带我做内部理财，一个月15个点',
    '有个人加我微信说有内部额度',
    '朋友说月息两分稳赚，能投吗',
    '老师带单靠谱吗',
    '群里说有内部票，要不要跟',
  ])('%s is warned of without an alarm before', (text) => {
    expect(newsIn(text, emptyState)).toContain('offer');
  });

  it.each([
    '安鑫纯债年化3.5%真的吗',
    '你们那只股票基金近一年年化18%真的吗',
    '一年八万够不够',
    '当初你们经理说保本稳赚，现在亏了',
    '群里老师带着炒股合法不',
    '货币基金保本吗',
    '我每月存3000，一年多少',
    '员工工号怎么核实',
  ])('%s is none', (text) => {
    expect(newsIn(text, emptyState)).toBeNull();
  });

  it('keeps what is asked next with it', () => {
    const warned: ConversationState = { ...emptyState, fraud: { ...unknownFraud, ago: 0 } };
    expect(newsIn('是不是真的啊', warned)).toEqual(['verify']);
    expect(newsIn('是不是真的啊', emptyState)).toBeNull();
  });
});

describe('the same words without an alarm', () => {
  it('are hearsay of a whole kind, and no offer', () => {
    expect(newsIn('邻居老张说理财也保本，是真的不', emptyState)).toBeNull();
    expect(newsIn('邻居老张说有个项目保本，让我投', emptyState)).not.toBeNull();
  });

  it('mean what they always mean', () => {
    expect(newsIn('我该怎么办', emptyState)).toBeNull();
    const past = { ...alarmed, fraud: { ...unknownFraud, isAlarm: true, ago: 9 } };
    expect(newsIn('怎么冻结', past)).toBeNull();
  });

  it('belong to a complaint where one is under way', () => {
    const flow = {
      name: 'complaint',
      values: {},
      asked: ['matter'],
      stage: 'asking',
      misses: 0,
    } as const;
    expect(ruleFor('你们要赔我', { ...alarmed, flow })).toBeNull();
  });

  it('do not silence words of despair', () => {
    const despair = ruleFor('我不想活了，怎么办', alarmed);
    expect(despair).toEqual({ do: 'emergency', kind: 'self_harm' });
    const hers = { do: 'emergency', kind: 'self_harm' } as const;
    expect(withAllTold(hers, '她现在哭，说不想活了', mother)).toEqual({
      ...hers,
      victim: 'mother',
    });
    expect(withAllTold(hers, '我不想活了', mother)).toEqual(hers);
  });
});
