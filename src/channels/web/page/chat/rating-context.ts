import { createContext } from 'react';

/** An answer whose 「没帮助」 was pressed; `at` is where the question about the reason opens. */
export interface RatedAnswer {
  readonly turn: string;
  readonly activity: string;
  readonly at: DOMRect;
}

interface RatingView {
  readonly praise: (answer: Omit<RatedAnswer, 'at'>) => void;
  readonly askReason: (answer: RatedAnswer) => void;
}

export const RatingContext = createContext<RatingView>({
  praise: () => undefined,
  askReason: () => undefined,
});
