import type { ReactElement } from 'react';
import { TypeSizeIcon } from './icons.js';
import { useWords } from '../words/words.js';

/** Offered once, to customers whose portrait says sixty or older. */
export function LargeTypeOffer({ onAnswer }: { onAnswer: (yes: boolean) => void }): ReactElement {
  const words = useWords();
  return (
    <div className="offer" role="region" aria-label={words.largeType}>
      <TypeSizeIcon />
      <p className="offer-text">{words.offerLarge}</p>
      <button type="button" className="primary-button" onClick={() => onAnswer(true)}>
        {words.offerLargeYes}
      </button>
      <button type="button" className="secondary-button" onClick={() => onAnswer(false)}>
        {words.offerLargeNo}
      </button>
    </div>
  );
}
