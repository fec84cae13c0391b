import type { PageConfig } from '../page-config.js';

/**
 * Texts the rules oblige us to show. They have no approved translation, so every language shows the
 * Chinese ones, followed by `words.pending`.
 */
export const AI_NOTICE =
  '您正在与人工智能对话。回答由 AI 生成，可能有误，不构成投资承诺；请勿发送密码、验证码。';
export const AI_NOTICE_SHORT = '您正在与 AI 对话，内容由 AI 生成，可能有误';
export const RISK_NOTICE = '投资有风险，可能损失本金。过往业绩不代表未来表现。';

export type Topic = 'about' | 'rights' | 'complaints' | 'privacy';

export function topicParagraphs(topic: Topic, config: PageConfig): readonly string[] {
  const { assistant, institution, hours } = config;
  switch (topic) {
    case 'about':
      return [
        `我是${assistant.name}，${institution.name}的 ${assistant.title}，是人工智能，不是真人。`,
        '可以问我：产品的费用、赎回规则和风险等级，两只产品的区别，以及和您有关的规定。回答会带上依据，您可以点开原文核对。',
        '我不会替您下单，不承诺收益，也不会向您要密码、验证码。没有把握的问题，我会直说，并请顾问来答。',
      ];
    case 'rights':
      return [
        '您可以随时要求真人服务：点页面上方的「转人工」，或直接说「转人工」。',
        '您可以要求我说明自动推荐的理由，可以关闭个性化推荐，也可以查阅、更正、删除我们为您记下的标签。在对话里说出来就能办。',
        `人工服务时间：${hours}。`,
      ];
    case 'complaints':
      return [
        '对产品、服务或我的回答不满意，都可以告诉我们。在对话里说「我要投诉」，会登记并转给专人处理。',
        institution.phone === null
          ? `人工服务时间：${hours}。`
          : `也可以拨打 ${institution.phone}。人工服务时间：${hours}。`,
      ];
    case 'privacy':
      return [
        '对话会被完整记录，用于回答您的问题、服务质量检查和处理争议，不会用于其他目的。',
        '请不要在对话里发送密码、验证码、完整的卡号或证件号；发现时系统会遮盖。',
        '您可以在对话里要求查阅或删除与您有关的个人信息。法律要求保存的记录，会在期满后删除。',
      ];
  }
}
