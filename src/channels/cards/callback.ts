import type { JsonObject } from '../../terms/json.js';
import type { CallbackSlot } from '../../terms/statement.js';
import { adaptiveCard, disclosure, submit, textBlock } from './elements.js';

/** 预约回电卡: a time is one tap away; nothing is booked before the tap. */
export const callbackCard = (slots: readonly CallbackSlot[]): JsonObject =>
  adaptiveCard(
    [
      textBlock('请选一个方便的时间', { weight: 'Bolder', size: 'Medium' }),
      {
        type: 'Input.ChoiceSet',
        id: 'slot',
        style: 'expanded',
        isRequired: true,
        label: '顾问给您回电',
        errorMessage: '请选择一个时间',
        choices: slots.map(({ id, label }) => ({ title: label, value: id })),
      },
      disclosure('顾问会拨打您预留的电话。我们不会在电话里索要密码或验证码。'),
    ],
    [submit('预约回电', { intent: 'book_callback' })],
  );
