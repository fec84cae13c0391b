import type { ReactElement } from 'react';
import { useRecord } from '../record/record-store.js';
import { AI_NOTICE, AI_NOTICE_SHORT } from '../words/regulated.js';
import { useWords } from '../words/words.js';

/** Always there while the assistant, or nobody, holds the pen; it can't be dismissed. */
export function AiNotice({ onAbout }: { onAbout: () => void }): ReactElement | null {
  const words = useWords();
  const isServed = useRecord((record) => record.advisor !== null);
  if (isServed) return null;
  return (
    <section className="ai-notice" aria-label={words.aiNotice}>
      <span className="ai-tag" aria-hidden="true">
        AI
      </span>
      <p className="ai-notice-text" lang="zh-CN">
        <span className="not-phone">{AI_NOTICE}</span>
        <span className="only-phone">{AI_NOTICE_SHORT}</span>
        {words.pending !== '' && (
          <small className="pending not-phone" lang="en">
            {words.pending}
          </small>
        )}
      </p>
      <button type="button" className="link-button not-phone" onClick={onAbout}>
        {words.whatICanDo}
      </button>
    </section>
  );
}
