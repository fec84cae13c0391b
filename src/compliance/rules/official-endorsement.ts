import { claimRule, outright } from '../claims.js';

const OFFICIAL =
  '(?:国家|政府|央行|人民银行|证监会|银保监会?|金融监管总局|监管(?:部门|机构|层)?|基金业协会|协会|财政部?|国务院|国资委?|央企|国企)';

/** 借监管或国家背书 (L11). Look-alikes: 备案不构成背书, 存款保险由国家设立, government bonds. */
export const officialEndorsement = claimRule({
  id: 'L11',
  title: '借监管或国家信用背书',
  basis: { instrument: '保险销售行为管理办法', article: '第十七条', tag: 'T2' },
  claims: [
    outright(
      `${OFFICIAL}~6(?:兜底|兜着|担保|背书|撑腰|托底|保着|买单|力挺|做保|作保|信用保证|给(?:您|你|大家)?保|罩着)`,
      { lawfulForDeposits: true },
    ),
    outright(
      `${OFFICIAL}~4(?:不会|不可能|哪会|怎么会|能不|绝不)~2(?:让|允许|看着|眼看)~6(?:倒|亏|出事|破产|垮|违约|跌|不管|爆雷)`,
      { rhetorical: true, lawfulForDeposits: true },
    ),
    outright(
      `(?:${OFFICIAL}~6(?:批准|备案|注册|核准|审批|认证|认可|审核|批过|登记|审过|把关)|(?:批准|备案|注册|核准|登记)了?)~4,?~6(?:就(?:说明|意味着|等于|是|代表)|说明|所以|等于|意味着|相当于|=)~6(?:保证|担保|安全|放心|兜底|有保障|靠谱|没问题|认可|稳)`,
    ),
    outright(
      `${OFFICIAL}~3(?:指定|推荐|认证|优选|严选|钦定|官方推荐)~3(?:产品|理财|基金|保险|机构|平台)|国家级?信用|国字号|官方(?:指定|推荐|认证|背书)|(?<=经过?[^,。;]{0,6})监管担保|监管背书`,
      { lawfulForDeposits: true },
    ),
    outright(
      `(?:${OFFICIAL}|官方)~3(?:批准|备案|核准|审批)(?:过|了)?的?~4,~4(?:放心|安全|绝对|稳|保证|本金|不会|没风险|假不了)`,
    ),
    outright(
      '(?:regulator|csrc|government|state|central bank|pboc)[- ]?(?:backed|guaranteed|endorsed|insured)|(?:backed|guaranteed|endorsed) by the (?:state|government|regulator|csrc|central bank)|government won.?t let',
      { lawfulForDeposits: true },
    ),

    outright(
      `${OFFICIAL}[^。;!?不没]{0,4}(?:撑着|盯着|管着|看着|罩|托着|保着|在后面)[^。;!?]{0,8}(?:怕什么|怕啥|放心|出不了|稳|安全|不用)?|有(?:国家|政府|央行|监管)(?:撑|兜|保|在)|国家(?:会|总会|肯定会|给您|来)?(?:出手|救|接着|接手|接盘|不会不管)|政府还能赖|总不会不管`,
      { rhetorical: true, lawfulForDeposits: true },
    ),
    outright(
      `${OFFICIAL}[^。;!?不没]{0,4}(?:审核过|批的|批过|点(?:过)?头|认可|认证|approved|审过|把过关)[^。;!?不没]{0,6},?[^。;!?不没]{0,8}(?:有保证|保证|等于|放心|保险|safe|安全|稳|可以买)|(?:拿到|有)(?:了)?批文[^。;!?]{0,6}(?:就|说明|等于)|上架了?就是稳`,
      { demand: true },
    ),
    outright(
      `(?:上级|主管|监管|政府)(?:部门|机构)?~2(?:指定|推荐|钦点)的?~4(?:产品|合作|理财)|(?:没有|哪一?[只款个]|没有一[款只]|凡是)[^。;!?]{0,14}不是[^。;!?]{0,8}${OFFICIAL}[^。;!?]{0,4}(?:保|担保|兜|批)|没有国家信用的|国家信用(?:支持|担保|背书|兜)|国资背景[^。;!?]{0,6}(?:刚|放心|稳|没有问题|兜)|国字头的`,
      { rhetorical: true, lawfulForDeposits: true },
    ),
    outright(
      'approved by the (?:regulator|csrc|government)[^.。]{0,6}so|(?:证监会|监管) ?approved',
      {},
    ),
  ],
});
