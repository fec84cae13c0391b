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
    ['验证码没给', ['code_kept']],
    ['他问我要验证码', ['code_asked']],
    ['现在说要再交一万保证金才能提现', ['more_money']],
    ['他现在又打电话来了我接不接', ['contact']],
    ['他说不转就要起诉我', ['threat']],
    ['我怕家里人知道', ['family']],
    ['报警打哪个电话', ['police']],
    ['我该先打哪个电话', ['police']],
    ['银行电话多少', ['bank_number']],
    ['怎么冻结', ['freeze']],
    ['你能不能现在就把我的卡停了', ['freeze']],
    ['我去派出所，要带上什么', ['evidence']],
    ['我在你们这买的基金他能不能卖掉', ['holdings']],
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
    ['我是不是特别蠢', ['blame']],
    ['上个月已经给过他一回了，三万', ['sent']],
    ['他说下礼拜就飞回来娶我', ['romance']],
    ['你们别老是疑神疑鬼的', ['doubt']],
    ['他说要把我照片发给我单位', ['code_asked', 'threat']],
    ['好像是有点不对劲', ['verify']],
    ['这种能撤回来吗', ['recover']],
    ['我不想报警，怕我老公知道', ['police_private']],
    ['报了警派出所会不会给家里打电话', ['police_private']],
    ['我自己的钱我做主，你别管', ['own_will']],
    ['人家态度很好的', ['doubt']],
    ['那软件我删了就行了吧', ['link_delete', 'removed']],
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
    ['两千已经过去了', 2000],
    ['扫码付了两千', 2000],
    ['支付成功了', null],
    ['他把钱划走了', null],
    ['三万块钱都给他了', 30_000],
    ['他骗了我六万', 60_000],
    ['刚给人转了三万，还要再转五万', 30_000],
    ['卡里的钱被人转走了', null],
  ])('%s', (text, yuan) => {
    const told = fraudTold(text, alarmed);
    expect(told.news).toContain('sent');
    expect(told.yuan ?? null).toBe(yuan);
  });

  it.each([
    '还没转',
    '我还没转给他',
    '差点就转了',
    '钱还在，没有损失',
    '没敢转',
    '转账失败了',
    '没打过去',
    '卡里的钱都在',
    '忍住没转',
  ])('%s: it is still there', (text) => {
    expect(fraudTold(text, alarmed).news).toContain('unsent');
    expect(fraudTold(text, alarmed).news).not.toContain('sent');
  });

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

describe('money that its owner thinks of moving', () => {
  it.each([
    '他说只转两千块验证一下资金 会退回来的 就两千应该没事吧',
    '我还没转呢，问你转两千行不行',
    '我转两千试试',
    '先转一点行不行',
    '要不要转',
    '那我转还是不转',
    '我马上转过去',
    '我准备转了',
    '就给他两千吧',
    '要不先给一千',
    '我就信他一次，转两千',
    '他说先转500验证，会退的，要不我转一下',
    '有人让我转两千验证资金，说会退，没事吧',
  ])('%s: it has not left, and must not', (text) => {
    expect(newsIn(text)).toContain('may_pay');
    expect(newsIn(text)).not.toContain('sent');
    expect(newsIn(text)).not.toContain('recover');
  });

  it.each([
    '那我要不要把银行卡里的钱先转到我老公卡上？身份证号已经给他了',
    '我问我卡里的钱要不要转到我老公那边保险点',
    '把钱转到我另外一张卡安全吗',
    '要不要把钱取出来放家里',
  ])('%s: to bring it to safety', (text) => {
    expect(newsIn(text)).toContain('move_money');
    expect(newsIn(text)).not.toContain('code_asked');
    expect(fraudTold(text, emptyState).victim).toBeUndefined();
  });

  it.each(['他让我转到他的账户', '我已经转了两千', '我不会转的', '差点就转了'])(
    '%s: no such thing',
    (text) => {
      expect(newsIn(text)).not.toContain('may_pay');
      expect(newsIn(text)).not.toContain('move_money');
    },
  );
});

describe('what was given, and what was not', () => {
  it.each([
    [
      '软件没装 就点了链接，填了身份证号跟手机号 还没填卡号',
      ['kept', 'screen_kept', 'identity', 'link'],
    ],
    ['我没装软件！也没拍照片，就填了身份证号码', ['details_kept', 'screen_kept', 'identity']],
    ['没装软件，填了身份证号', ['screen_kept', 'identity']],
    ['没拍身份证，就报了号码', ['details_kept', 'identity']],
    ['没下载，没共享，只报了身份证号', ['screen_kept', 'identity']],
    ['验证码没给他，就是名字和身份证号说了', ['code_kept', 'identity']],
    ['我没装！', ['screen_kept']],
    ['我没点那个链接', ['kept']],
    ['填了卡号，没填密码', ['code_kept', 'card']],
    ['点了链接但是什么都没填', ['kept', 'link']],
    ['软件装了但是没开共享', ['screen']],
    ['我已经点了他发的链接了', ['link']],
    ['扫了他的二维码', ['link']],
    ['我把脸刷了', ['details']],
    ['他发我工号证件了呀，工号8823', []],
  ])('%s', (text, news) => {
    const given = ['code', 'details', 'screen', 'identity', 'card', 'link', 'code_asked'];
    const isOfGiving = (one: string) =>
      given.includes(one) || one === 'kept' || one.endsWith('_kept');
    expect((fraudTold(text, alarmed).news ?? []).filter(isOfGiving)).toEqual(news);
  });
});

describe('what is asked in the middle of a fraud', () => {
  it.each([
    ['可是你怎么确定他是骗子啊 万一真的扣我八百一个月呢', 'doubt'],
    ['他给我看了逮捕证，还有我的照片，不像假的', 'doubt'],
    ['我存款有二十万，要是不转会不会抓我', 'if_not'],
    ['他说挂了后果自负', 'if_not'],
    ['他说我不关会影响征信，上征信黑名单', 'credit'],
    ['要查征信去哪里查', 'credit_check'],
    ['身份证号被拿去贷款怎么办 怎么查', 'credit_check'],
    ['我想先知道身份证号泄露了会怎么样', 'leak'],
    ['那个链接还要不要删掉', 'link_delete'],
    ['app要不要删了', 'link_delete'],
    ['要我接视频', 'video'],
    ['可是他电话还没挂', 'on_line'],
    ['好的我已经挂了 没再接', 'hung_up'],
    ['我已经到银行门口了，柜台问我干嘛我怎么说', 'at_bank'],
    ['交了税就能提吧，app里显示我有五十万呢', 'shown'],
    ['群里好多人晒图', 'shown'],
    ['那我怎么办 我现在手在抖', 'afraid'],
    ['软件我已经删了', 'removed'],
    ['我报警警察会管吗，我自己愿意投的', 'whether_report'],
    ['谢谢你 刚才差点就转了', 'close_call'],
  ] as const)('%s', (text, news) => {
    expect(newsIn(text)).toContain(news);
  });

  it('takes what the cheat says is frozen for no help of the bank', () => {
    expect(newsIn('他说是系统冻结了，再转八千就一起退给我')).not.toContain('stopped');
    expect(newsIn('老师现在说不交税就冻结账户')).not.toContain('freeze');
    expect(newsIn('银行那边已经冻结了')).toContain('stopped');
  });
});

describe('a call nobody asked for', () => {
  it.each([
    '刚才有个你们的客服打电话给我，说我账户有异常',
    '不是问你电话号码，是他打给我的，说是青屿财富的，知道我名字，这个是不是真的',
    '接到银行客服电话，说我账户被冻结了',
    '有人打我电话自称青屿客服，可信吗',
    '刚有个400的电话打来说是你们官方的，说我理财出问题了',
  ])('%s is warned of', (text) => {
    expect(newsIn(text, emptyState)).toContain('caller');
  });

  it.each([
    '怎么打你们客服电话',
    '你们的客服打电话给我说赎回已经到账了，谢谢',
    '昨天你们经理打电话约我周三见面，想改到周四',
    '你们员工会主动给我打电话吗',
    '客服说我的风险测评过期了，要重新做吗',
    '我给你们打电话打不通',
    '我的账户被冻结了怎么办',
  ])('%s is none', (text) => {
    expect(newsIn(text, emptyState)).toBeNull();
  });
});

describe('a payment that was kept back', () => {
  const lost: ConversationState = {
    ...emptyState,
    fraud: { ...unknownFraud, isAlarm: true, news: ['sent'] },
  };

  it('is the next one, where money has left already', () => {
    expect(newsIn('我没转', lost)).toEqual(['kept']);
    expect(newsIn('我没转', alarmed)).toEqual(['unsent']);
    expect(newsIn('其实没转成功', lost)).toContain('unsent');
  });

  it('takes the last figures of a card for nothing given', () => {
    expect(newsIn('他知道我卡号后四位')).toEqual(['known']);
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

describe('a sum, once money has left', () => {
  const gone: ConversationState = {
    ...emptyState,
    fraud: { ...unknownFraud, isAlarm: true, news: ['sent'] },
  };
  it('alone is how much it was', () =>
    expect(fraudTold('两万三', gone)).toMatchObject({ news: ['sent'], yuan: 23_000 }));
  it('is none of it where nothing has left', () => expect(newsIn('两万三')).toBeNull());
});

describe('what was done as it was asked', () => {
  const asked: ConversationState = {
    ...emptyState,
    fraud: { ...unknownFraud, isAlarm: true, news: ['screen_asked'] },
  };
  it('is told without a word of what', () => expect(newsIn('已经下了', asked)).toEqual(['screen']));
});

describe('a plan under way while somebody is being cheated', () => {
  const flow = { name: 'need', stage: 'asking', values: {}, asked: [], misses: 0 } as never;
  it('hears what cannot wait', () =>
    expect(newsIn('他说再转两万就能解冻', { ...alarmed, flow })).toContain('more_money'));
  it('keeps everything else', () => expect(newsIn('谢谢', { ...alarmed, flow })).toBeNull());
});

describe('somebody loved and never met', () => {
  it.each(['我朋友在国外做项目，急着要一笔清关费', '网上认识的男朋友叫我打两万机票钱'])(
    '「%s」 is an alarm',
    (text) => expect(newsIn(text, emptyState)).toContain('romance'),
  );
  it('is none without money in it', () =>
    expect(newsIn('我男朋友在国外，我这边想买点基金', emptyState)).toBeNull());
});

describe('a relative in need', () => {
  it.each([
    '我孙子打电话来说撞了人要赔五万，让我马上转过去',
    '领导加我微信说换了号，让我先转八万给客户',
    '儿子发消息说手机坏了，叫我打钱交学费',
  ])('「%s」 is an alarm', (text) => expect(newsIn(text, emptyState)).toContain('kin'));
  it.each(['我妈住院了，能打电话给你们取钱吗', '儿子出车祸了要用钱，理财能提前取吗'])(
    '「%s」 is none',
    (text) => expect(newsIn(text, emptyState)).toBeNull(),
  );
});
