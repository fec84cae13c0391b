import type { JsonObject } from '../../terms/json.js';
import { adaptiveCard, disclosure, submit, textBlock } from './elements.js';

const SCORES = ['很不满意', '不满意', '一般', '满意', '很满意'];

/** 服务评价卡 (screens.md §5.7): the best is on top, as it is read; nothing is chosen beforehand. */
export const serviceRatingCard = (of: string): JsonObject =>
  adaptiveCard(
    [
      textBlock(`${of}的服务，您满意吗`, { weight: 'Bolder', size: 'Medium' }),
      disclosure('只用于改进服务，不影响您的任何权益'),
      {
        type: 'Input.ChoiceSet',
        id: 'score',
        style: 'expanded',
        isRequired: true,
        label: '整体评价',
        errorMessage: '请选择一项',
        choices: SCORES.map((title, at) => ({ title, value: String(at + 1) })).reverse(),
      },
      {
        type: 'Input.ChoiceSet',
        id: 'solved',
        style: 'expanded',
        label: '问题解决了吗',
        choices: [
          { title: '解决了', value: 'yes' },
          { title: '还没有', value: 'no' },
        ],
      },
      {
        type: 'Input.Text',
        id: 'words',
        label: '想说的话（可不填）',
        isMultiline: true,
        maxLength: 200,
        placeholder: '请不要填写卡号、密码、验证码',
      },
    ],
    [submit('提交', { intent: 'csat' })],
  );
