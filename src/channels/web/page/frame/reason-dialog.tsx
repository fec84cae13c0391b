import { useId, useState } from 'react';
import type { CSSProperties, ReactElement } from 'react';
import { Dialog } from './dialog.js';
import type { Feedback, Reason } from '../chat/conversation-actions.js';
import type { RatedAnswer } from '../chat/rating-context.js';
import { useWords } from '../words/words.js';

interface ReasonDialogProps {
  readonly answer: RatedAnswer;
  readonly onRate: (feedback: Feedback) => void;
  readonly onClose: () => void;
}

const REASONS: readonly Reason[] = ['off_topic', 'unclear', 'wrong_data', 'attitude', 'other'];
const LONGEST_WORDS = 100;
const WIDTH = 340;
const HEIGHT = 300;

/** Asks what was wrong with an answer. Nothing has to be said: 「不说原因」 counts as well. */
export function ReasonDialog({ answer, onRate, onClose }: ReasonDialogProps): ReactElement {
  const text = useWords();
  const [reason, setReason] = useState<Reason | null>(null);
  const [words, setWords] = useState('');
  const fieldId = useId();
  const { turn, activity, at } = answer;
  const rate = (details: Pick<Feedback, 'reason' | 'words'>): void =>
    onRate({ turn, activity, rating: 'down', ...details });
  return (
    <Dialog title={text.reasonTitle} kind="popover" style={beside(at)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const said = words.trim();
          if (reason !== null) rate(said === '' ? { reason } : { reason, words: said });
        }}
      >
        <div className="reasons" role="group" aria-label={text.reasonTitle}>
          {REASONS.map((it) => (
            <button
              key={it}
              type="button"
              className="reason"
              aria-pressed={reason === it}
              onClick={() => setReason(it)}
            >
              {text.reasons[it]}
            </button>
          ))}
        </div>
        <label className="reason-label" htmlFor={fieldId}>
          {text.reasonWords}
        </label>
        <textarea
          id={fieldId}
          className="reason-words"
          rows={2}
          maxLength={LONGEST_WORDS}
          placeholder={text.reasonHint}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <div className="dialog-actions">
          <button type="submit" className="primary-button" disabled={reason === null}>
            {text.submit}
          </button>
          <button type="button" className="secondary-button" onClick={() => rate({})}>
            {text.withoutReason}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

/** Above or below the pressed thumb on wide screens; the stylesheet docks it to the bottom on phones. */
function beside(at: DOMRect): CSSProperties {
  const left = Math.max(12, Math.min(at.left - 20, window.innerWidth - WIDTH - 12));
  const top = at.top > HEIGHT + 20 ? at.top - HEIGHT - 8 : at.bottom + 8;
  return { '--left': `${left}px`, '--top': `${top}px` } as CSSProperties;
}
