import { normalize } from '../language/fold.js';

/** A name in a normalized text. */
export interface NameSaid {
  readonly start: number;
  readonly end: number;
  /** Ways it may stand in the grounds, without layout: where it begins is not always plain. */
  readonly names: readonly string[];
}

/**
 * 名称: products, institutions, people and laws called by name. Found by how names are built, since
 * an invented one stands in no list; what is only a kind (商业银行, 货币基金, 客户经理) is none.
 */
export function namesIn(text: string, houses?: RegExp): readonly NameSaid[] {
  return [
    ...(houses ? matches(text, houses).filter(({ end }) => !GOES_ON.test(text.slice(end))) : []),
    ...institutionsIn(text),
    ...PRODUCTS.flatMap((pattern) => matches(text, pattern)),
    ...PEOPLE.flatMap((pattern) => matches(text, pattern)),
    ...matches(text, LAW).filter(({ names }) => !OWN_PAPERS.test(names[0]!)),
  ];
}

/** Names that no source holds (无出处的名称). */
export function ungroundedNames(
  text: string,
  grounds: readonly string[],
  houses?: RegExp,
): readonly NameSaid[] {
  const named = namesIn(text, houses);
  if (named.length === 0) return [];
  const known = grounds.map((ground) => bare(normalize(ground).text)).join('\n');
  return named.filter(({ names }) => !names.some((name) => known.includes(name)));
}

/** 「其中行业」 holds 中行 by chance. */
const GOES_ON = /^[业情动为使程驶列政规]/;

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** The group `name` where there is one, else the whole. */
function matches(text: string, pattern: RegExp): NameSaid[] {
  return [...text.matchAll(pattern)].map((match) => {
    const said = match.groups?.['name'] ?? match[0];
    const start = match.index + match[0].lastIndexOf(said);
    return { start, end: start + said.length, names: [bare(said)] };
  });
}

const KIND_OF_HOUSE =
  '银行|基金公司|基金管理公司|证券公司|证券|保险公司|人寿|财险|信托公司|信托|资管|理财公司|理财子公司|投资公司|投资管理公司|期货公司|期货|资产管理公司|有限公司|股份公司|集团|支付公司|评级公司|交易所';
const HOUSE = new RegExp(
  `(?<before>\\p{Script=Han}{2,10}?)(?<kind>${KIND_OF_HOUSE})(?![卡户业存法权投类计财])`,
  'gu',
);

/** After these a new word begins, so what stands before them is no part of a name. */
const WORDS_BETWEEN =
  /^.*(?:[的在到去和与或由向从是请您你我们她他它这那每某各该本其同一两几家个款有无不没未把被让给对为以及等如果比先再就也都可能会要想买卖查问看找用做办存取转拨打按将并但且者所于上下内外之后前时当经过通过凭按照根据关于包括属于作成称叫来自设立归进掉类事户里诉疑哪些了什么间怎开跟系决定亏险]|联系|提示|换绑|解绑|举报|加算|了解|冻结|处理|破产|身份证|登录|公司)/u;

/** Words for kinds of houses, and for what is held, bought or done with them. */
const ONLY_A_KIND =
  /^(?:商业|国有|大型|中小|外资|民营|城市|农村|地方|政策性|股份制|直销|网上|手机|电子|电话|开户|发卡|托管|代销|存管|结算|清算|收款|付款|汇款|转入|转出|所属|合作|销售|发行|签约|监管|私人|互联网|传统|投资|理财|保险|基金|证券|信托|公募|私募|期货|金融|财富|资产|资金|财产|家族|人身|人寿|健康|养老|社会|商业性|再|原|新|老|上市|有价|全国|中国|境内|境外|海外|国内|国外|本地|异地|知名|头部|专业|正规|合法|持牌|第三方|非法|假冒|冒充|独立|专门|可靠|多家|部分|少数|大多|其他|其它|别的|任何|相关|有关|对应|具体|不同|另外|以上|全部|所有|集合|单一|标准|服务|公益|慈善|特殊|电子式|凭证式|记账式|股票|债券|货币|指数|短期|长期|固定|浮动|定期|活期|大额|普通|个人|企业|机构|客户|双方|对方|我国|国家|人民|中央|进出口|开发|村镇|母|子|总|分|股份|责任|管理|控股|资产支持|融资融券|沪深|商品|股指|国债|黄金|外汇)+$/u;

/** 「星桥银行」 「海棠人寿」: a kind of house with a word before it that is none of the common ones. */
function institutionsIn(text: string): NameSaid[] {
  return [...text.matchAll(HOUSE)].flatMap((match) => {
    const { before, kind } = match.groups as { before: string; kind: string };
    const own = before.replace(WORDS_BETWEEN, '');
    if (own.length < 2 || own.length > 5 || ONLY_A_KIND.test(own)) return [];
    const end = match.index + match[0].length;
    // 「告诉云栖人寿」: the name may begin later than the word does.
    const names = Array.from({ length: own.length - 1 }, (_, from) => own.slice(from) + kind);
    return [{ start: end - kind.length - own.length, end, names }];
  });
}

const SHARE_CLASS =
  '(?:混合|债券|纯债|货币|股票|指数|增强|联接|短债|定开)(?:型|基金)?[a-e](?![a-z])';
const PRODUCTS = [
  /(?<![a-z\d])(?<name>[a-z]{2,4}\d{3,6})(?![a-z\d])/gu,
  new RegExp(`\\p{Script=Han}{2}${SHARE_CLASS}`, 'gu'),
  /(?<name>\p{Script=Han}{2}(?<![月每年到头柜第]|这个)(?:\d{1,4}|[一二三四五六七八九十]{1,3})号)(?!线|楼|店|文|令|院|路|前|后|起|之|到|至|开|发|公告)/gu,
  /[“「](?<name>[\p{Script=Han}a-z\d]{2,12})[”」](?:这(?:款|只|个))?(?:产品|基金|理财|保险|计划)/gu,
];

const SURNAME =
  '[王李张刘陈杨赵黄周吴徐孙朱马胡郭林郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁沈姚卢姜崔钟谭陆汪范廖石贾韦邱邹熊孟秦阎薛侯雷龙段郝孔邵毛]';
const PEOPLE = [
  new RegExp(
    `(?<!\\p{Script=Han})(?<name>${SURNAME}\\p{Script=Han}{0,2}?(?<!谢谢)(?:先生|女士|老师|经理|行长|主任|博士|教授|主管|顾问|总监))`,
    'gu',
  ),
  new RegExp(
    `(?:基金|客户|理财|投资)经理(?:是|为|:)?(?<name>${SURNAME}\\p{Script=Han}{1,2})(?=[,。;、!?管任从在,(]|$)`,
    'gu',
  ),
  new RegExp(`(?:我|他|她|名)叫(?<name>${SURNAME}\\p{Script=Han}{1,2})`, 'gu'),
  new RegExp(
    `(?:联系|找|问)(?:一下)?(?<name>${SURNAME}\\p{Script=Han}{0,2}(?:先生|女士|老师|经理|主任))`,
    'gu',
  ),
];

const LAW = /《(?<name>[^》]{2,40}?(?:法|条例|办法|规定|通知|指引|意见|准则|规则|细则|解释))》/gu;
/** Papers every product has. */
const OWN_PAPERS = /合同|协议|说明书|揭示书|须知|问卷|业务规则|收费办法/;
