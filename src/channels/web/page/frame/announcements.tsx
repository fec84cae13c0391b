import type { ReactElement } from 'react';
import { useWorkingStatus } from './working-status.js';
import { useRecord } from '../record/record-store.js';
import { useWords } from '../words/words.js';

/**
 * The page's own live regions, there from the start so that readers watch them: one polite for work in
 * progress, one assertive for fraud. Messages are announced by Web Chat.
 */
export function Announcements(): ReactElement {
  const words = useWords();
  const working = useWorkingStatus();
  const isFraud = useRecord((record) => record.fraud !== null);
  return (
    <div className="unseen">
      <p aria-live="polite">{working}</p>
      <p aria-live="assertive">{isFraud && `${words.fraudTitle}。${words.fraudText}`}</p>
    </div>
  );
}
