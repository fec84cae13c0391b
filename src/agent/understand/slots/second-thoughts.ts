/** 改口: 「亏5%，不对，10%吧」 says a value and takes it back in the same breath. */

const TAKES_BACK =
  /[,，。.!！…\s]+(?:哦|啊|哎|呃|嗯|噢)?(?:不对|不是|不不|错了|说错了|记错了|不)(?:不对|了|啊|呀)?[,，。.!！…\s]+/;

export interface SecondThought {
  readonly first: string;
  /** What stands: it comes last. */
  readonly then: string;
}

/** Null: nothing is taken back, or nothing was said before it. */
export function secondThoughtIn(folded: string): SecondThought | null {
  const found = TAKES_BACK.exec(folded);
  if (!found || found.index === 0) return null;
  const then = folded.slice(found.index + found[0].length);
  return then === '' ? null : { first: folded.slice(0, found.index), then };
}

/** 「算了还是五年」 gives up the value before, 「怎么扯到定期了…中间不会用」 our digression, and nothing else. */
export const withoutRegret = (said: string): string =>
  said
    .replace(/^(算了|唉|哎|嗯)+[吧啊]?[，,。\s]*(?=还是(?!算|不|别|先|转|找|请))/, '')
    .replace(DIGRESSED, '');

const DIGRESSED =
  /^[你您]?(怎么|咋)(又|就|都)?(扯|绕|跑|聊|讲|说)到[^，。…,.！!？?]{1,8}(去|上)?了[，,。.…！!？?\s]+(?=[^，。]{3})/;
