import type { Router } from './router.js';

const AROUND_A_NAME =
  /^(是|就是|我(卖|买|赎)的是)|的|吧|啊|呀|哦|那只|这只|[AaCc]\s*类?|[，,。.！!\s]/g;

/** 「安鑫纯债 A」 「是日日通」: a name and nothing else. */
export const isBareName = ({ names }: Pick<Router, 'names'>, text: string): boolean =>
  names.find(text).length > 0 &&
  names.mask(text).replaceAll('{product}', '').replace(AROUND_A_NAME, '') === '';
