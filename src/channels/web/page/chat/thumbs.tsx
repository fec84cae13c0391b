import { useContext } from 'react';
import type { ReactElement } from 'react';
import { RatingContext } from './rating-context.js';
import { ThumbDownIcon, ThumbUpIcon } from '../frame/icons.js';
import { useRecord } from '../record/record-store.js';
import { useWords } from '../words/words.js';

interface ThumbsProps {
  readonly activity: string;
  readonly turn: string;
}

export function Thumbs({ activity, turn }: ThumbsProps): ReactElement {
  const words = useWords();
  const rating = useRecord((record) => record.ratings.get(activity) ?? null);
  const { praise, askReason } = useContext(RatingContext);
  return (
    <span className="thumbs">
      <button
        type="button"
        className="thumb"
        aria-label={words.helpful}
        title={words.helpful}
        aria-pressed={rating === 'up'}
        onClick={() => rating !== 'up' && praise({ activity, turn })}
      >
        <ThumbUpIcon />
      </button>
      <button
        type="button"
        className="thumb"
        aria-label={words.notHelpful}
        title={words.notHelpful}
        aria-pressed={rating === 'down'}
        aria-haspopup="dialog"
        onClick={(event) =>
          askReason({ activity, turn, at: event.currentTarget.getBoundingClientRect() })
        }
      >
        <ThumbDownIcon />
      </button>
    </span>
  );
}
