import type { ReactElement } from 'react';
import type { WebChatProps } from './speakers.js';
import { useWorkingStatus } from '../frame/working-status.js';
import { useRecord } from '../record/record-store.js';

type TypingMiddleware = Exclude<
  NonNullable<WebChatProps['typingIndicatorMiddleware']>,
  readonly unknown[]
>;
/** Someone is at it: three dots, and in words what Web Chat 4.18 leaves out, the informative text. */
export const workingIndicator: TypingMiddleware = () => () => () => <Working />;

function Working(): ReactElement | null {
  // Web Chat's own flag outlives the answer when a typing frame has no sequence id, and its dots are
  // a moving picture that can't be stopped for those who asked for less motion.
  const isWorking = useRecord((record) => record.working !== null);
  const status = useWorkingStatus();
  if (!isWorking) return null;
  // The words are announced by the page's own live region; here they are only seen.
  return (
    <div aria-hidden="true" className="working">
      <span className="working-dots">
        <i />
        <i />
        <i />
      </span>
      <span className="working-status">{status}</span>
    </div>
  );
}
