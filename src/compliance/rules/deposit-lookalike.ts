import { claimRule, hinted, outright } from '../claims.js';

const DEPOSIT =
  '(?:银行)?(?:存款|定期(?![对自审评或开披报公检调更支向进不])|活期|存定期|存活期|存银行|存折|大额存单|存单|储蓄|零存整取|整存整取|国债|余额宝)';
const IN_BANK = '把钱(?:存|放)(?:在|进|到)?(?:了)?(?:银行|存折)';
const SAME =
  '(?:一样(?!吗)|一个样|没区别|没什么区别|没有区别|没有任何区别|无区别|没差别|没什么差别|没有什么差别|没两样|没什么两样|没啥两样|没啥区别|没什么不同|没有?不同|无异|一回事|一个性质|是一个意思|似的|差不多|没多大区别|不差什么|一模一样|大同小异|同一个道理|几无差别)';

/** 与存款混淆 (L10). Look-alikes: 与定期的区别有三点, 不是存款, a deposit called a deposit. */
export const depositLookalike = claimRule({
  id: 'L10',
  title: '把投资产品说成存款',
  basis: { instrument: '金融机构产品适当性管理办法', article: '第十三条', tag: 'T2' },
  claims: [
    outright(
      `(?:看[成作]|(?<!应)当[成作])~6${DEPOSIT}|(?:就|咱|我们)~2(?:叫|是)存钱|等于存钱|这[个笔款张](?:存款|存单|定期|储蓄)`,
      { lawfulForDeposits: true },
    ),
    outright(`(?:跟|和|与|同|像|如同|好比|就像)~6(?:${DEPOSIT}|存钱|放银行)~6${SAME}`, {
      lawfulForDeposits: true,
    }),
    outright(
      `(?:跟|和|与|同)~6${DEPOSIT}(?:又|能|会)?(?:有|能有)(?:什么|啥|哪点|多大)(?:两样|分别)|(?:跟|和|与|同)~6${DEPOSIT}(?:能有|又有)(?:什么|啥|多大)(?:区别|差别|不同)`,
      {
        lawfulForDeposits: true,
        rhetorical: true,
      },
    ),
    outright(
      `(?:等于(?:是)?|等同于|相当于|就是|其实是|本质上?(?:就)?是|无非是|说白了是|说白了就是|堪比|(?<!应)当[成作]?|视同|视为|看作|看成|算是|也是|属于)(?:您?把钱|一[种笔个份]|在|银行的?|高息|升级版?|特殊|灵活|新型|长期|放进?|存了?|普通|我行|我们|的|去){0,4}(?:${DEPOSIT})(?!保险|利率|产品对比|的?替代?风险|证明)|(?:等于|相当于|就是|好比)(?:是)?${IN_BANK}`,
      {
        lawfulForDeposits: true,
      },
    ),
    outright(
      `(?<=(?:这|它|该|本)[^,。;!?]{0,10})(?<!部分|主要)是(?!同业)~10(?:${DEPOSIT})(?!保险|利率|替代|吗|类|客户|账户|产品的?(?:对比|区别|替代))`,
      { lawfulForDeposits: true },
    ),
    outright(
      `(?:升级版|加强版|进阶版|高配版|增强版|高息版?|高收益|变相|智能|创新型?|财富)的?(?:银行)?(?:存款|定期|存单|储蓄)(?!利率)|(?:存款|定期|活期|储蓄)的?(?:升级版?|加强版|进阶版|高配版|增强版|plus|pro|平替|理财一体)`,
      {
        lawfulForDeposits: true,
      },
    ),
    outright(`(?:(?<!应)当(?:成|作|是)?|按|照|用)${DEPOSIT}(?:来|去)?(?:存|买|用|放|拿|看|办)`, {
      lawfulForDeposits: true,
    }),
    outright(
      '(?:存|零存)(?:满|够|上)?(?:[一二两三四五六七八九十\\d]{1,5})年,?~4(?:每年存|到期(?:连本|拿|取|领|还|给))|每年存~8,?~10(?:连本带|取出来|领出来|拿回来|拿出来)',
      {
        lawfulForDeposits: true,
      },
    ),
    outright('连本带[息利]', { lawfulForDeposits: true }),
    outright('(?:受|有(?!权)|享受?|纳入|适用|属于)~4存款保险', { lawfulForDeposits: true }),
    outright(
      `${DEPOSIT}~4有(?:什么|啥)?(?:区别|不同|两样|差别)(?:吗)?\\?(?:没有|没啥|没什么|没区别|几乎没)`,
      {
        lawfulForDeposits: true,
        rhetorical: true,
      },
    ),
    hinted('转存(?:到|成|为|进)?(?:这|它|我们)|(?:教育|少儿|养老)储蓄', {
      lawfulForDeposits: true,
    }),
    hinted(
      `(?:${DEPOSIT})的?(?:替代品?|替身|平替|搬家(?:首选|到)|首选)|(?:替代|取代|代替)${DEPOSIT}|像${DEPOSIT}`,
      { lawfulForDeposits: true },
    ),
    hinted(
      '(?:我们|本|咱们?|我)行(?:自己|自家|亲自|直接)(?:的|发(?:行|的)|做的|管的|出的)(?=.{0,12}(?:产品|理财|基金|保险|信托|这))|银行(?:自己|自家)的产品',
    ),
    outright(
      '(?:just |exactly |basically |practically )?(?:like|same as|equivalent to|identical to|no different from|as good as) (?:a |your |the )?(?:bank |time |fixed |term )?(?:deposits?|savings? account)|(?:it.?s|this is|is) (?:just |basically |really )?(?:a |your )?(?:bank |time |fixed |term )?deposit(?! insurance)|(?:跟|和|像) ?(?:bank |time )?deposit~4(?:一样|没区别|差不多|same)|deposit ?(?:plus|pro|升级版)',
      { lawfulForDeposits: true },
    ),

    outright(
      '(?<!不)(?:就|只)?当(?:是)?存了(?:个|笔)|(?:高息|特别|特殊|优惠|保息|智慧)的?(?:存款|存单|定存|储蓄)(?!保险|利率|账户|证)|(?:存款|存单|定期|储蓄)(?:类|型)(?:的)?(?:创新|新)?(?:产品|理财)|储蓄合同|不是保险,?[^。;!?不]{0,4}(?:是)?[^。;!?不]{0,4}(?:储蓄|存款|存钱)|(?:相当于|等于|类似|就是)[^。;!?不没]{0,6}(?:定存|存款|定期|活期|存单)(?!保险|利率)',
      { lawfulForDeposits: true },
    ),
    outright(
      '(?:定期|存单|活期|存款)(?:到期)?(?:了)?(?:搬|转|挪)(?:过来|到?这)[^。;!?]{0,6}(?:一样|性质|没区别|照样|利息|就是)|性质(?:完全)?(?:一样|相同)|(?:给(?:孩子|宝宝)|每年|您)[^。;!?不没]{0,4}存(?:一)?笔|(?:银行|我们?)(?:存|保|管)(?:着)?的[^。;!?]{0,4}放心|本息由银行(?:支付|兑付)|银行保着|随存随取',
      { lawfulForDeposits: true },
    ),
    outright(
      '(?:不就是|还不是|可不就是)(?:银行)?(?:存款|定期|存钱)|没有什么不是存款|利率[^。;!?]{0,8}(?:写在|固定|写死)[^。;!?]{0,8}不(?:会)?变',
      { lawfulForDeposits: true, rhetorical: true },
    ),
    outright(
      '(?:每年|每月|一年)存(?:[一二两三四五六七八九十\\d]{1,5})(?:千|万)[^。!?]{0,10}(?:到期|满期|存(?:满|够)?[三五十\\d]{1,5}年)[^。!?]{0,6}(?:拿钱|取|给|领|还)',
      { lawfulForDeposits: true },
    ),
    hinted('习惯存(?:定期|钱|款)的[^。;!?]{0,8}(?:都|也)[^。;!?]{0,4}(?:转|买|换)', {
      lawfulForDeposits: true,
    }),
  ],
});
