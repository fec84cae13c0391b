import type { Wording, Wordings } from '../../wording/prompts.js';

/** 不重样: of equally good wordings, one that was not used lately. */

/** Wordings whose variants come in another order where the last replies (oldest first) used one. */
export const freshWordings = (wordings: Wordings, before: readonly string[]): Wordings => ({
  ...wordings,
  get: (id) => freshly(wordings.get(id), before),
});

function freshly(wording: Wording, before: readonly string[]): Wording {
  if (wording.variants === 1) return wording;
  return {
    ...wording,
    render(values = {}, variant = 0) {
      const texts = Array.from({ length: wording.variants }, (_, at) =>
        wording.render(values, variant + at),
      );
      const lastUse = texts.map((text) => before.findLastIndex((one) => one.includes(text)));
      return texts[lastUse.indexOf(Math.min(...lastUse))] as string;
    },
  };
}
