import { fold } from '../language/tokens.js';
import { lexicon } from './lexicon.js';
import { rarity } from './postings.js';

/**
 * 主题词: what a question can be about, ours or not. A passage that never mentions the subject asked
 * about answers some other question, however alike the rest is worded.
 */
const SUBJECTS = `
银行
存款 存钱 存银行 储蓄
定期 死期 定存 整存整取
活期
存单 存折
国债
理财
基金 fof qdii etf 货基 债基
货币基金 货基
债券 债基 纯债
指数 etf
股票 炒股 个股 a股
信托
私募
保险 保单 投保 医疗险 重疾 寿险 年金险 分红险 意外险 万能险
医疗险 医保 重疾
年金 寿险
定投
分红 红利
净值
回撤
申购 认购
赎回 卖出
转换
测评 风评 问卷 测试
等级 级别 档
投顾 组合
养老 退休
结构性
信息 资料 隐私
推荐 推送 算法
广告 营销 推销
投诉 举报
密码
验证码
证件 身份证 护照
手机号
银行卡 卡
税
贷款 房贷 车贷 借款 按揭 网贷
信用卡 花呗 借呗
社保 医保 公积金 五险
住房 买房 租房 二手房 户口 首套房 法拍房
车 驾照 驾驶证
征信 信用报告
支付
支票 汇票 本票 票据
外汇 美元 欧元 港币 换汇
期货
签名 电子签
合同 协议 条款
受益人
代销
双录 录像 录音
屏幕
工资 薪
婚姻 离婚 结婚
遗产 继承
快递 外卖
股权
洗钱
孩子 未成年
老人 老年
融资 融券
期权
黄金 金条
虚拟币 比特币
数字人民币
彩票
保费
退保
犹豫期
等待期
现金价值
费用 手续费 费率 收费
业绩
基准
年化
托管
清盘
持有期
限购
人民币 纸币 假币 钞
利润 营收 市值 上市
`;

const found = lexicon(SUBJECTS);

export const subjectsOf = (text: string): ReadonlySet<string> => new Set(found(fold(text)));

/** 0..1 by how few of the house's passages mention a subject; 1 for none. */
export function subjectRarity(
  mentioned: readonly ReadonlySet<string>[],
): (subject: string) => number {
  const counts = new Map<string, number>();
  for (const subject of mentioned.flatMap((subjects) => [...subjects])) {
    counts.set(subject, (counts.get(subject) ?? 0) + 1);
  }
  const size = mentioned.length;
  const most = rarity(size, 0);
  const rarities = new Map(
    [...counts].map(([subject, count]) => [subject, rarity(size, count) / most]),
  );
  return (subject) => rarities.get(subject) ?? 1;
}
