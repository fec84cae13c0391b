import { lazy, Suspense, useEffect, useState } from 'react';
import type { ComponentProps, ReactElement } from 'react';
import { ChatBoundary } from './frame/chat-boundary.js';
import { Skeleton } from './frame/skeleton.js';
import type { PageConfig } from './page-config.js';
import { useRecord } from './record/record-store.js';
import { isOpen } from './session/use-session.js';
import type { SessionState } from './session/use-session.js';
import { useWords } from './words/words.js';

// Asked for at once, in parallel with the session; the frame is on the screen meanwhile.
const loading = import('./chat/chat.js');
const Chat = lazy(() => loading);

type ChatProps = ComponentProps<typeof Chat>;

interface ConversationProps extends Omit<ChatProps, 'session' | 'resumed' | 'initial' | 'uploads'> {
  readonly config: PageConfig;
  readonly state: SessionState;
}

/** A greeting that doesn't come must not hide a conversation that could be had. */
const LONGEST_SKELETON_MS = 6_000;

export function Conversation({ config, state, ...chat }: ConversationProps): ReactElement {
  const words = useWords();
  const hasGreeted = useRecord((record) => record.hasGreeted);
  const [isOverdue, setOverdue] = useState(false);
  const isReady = isOpen(state);
  // Nothing is being opened while the limit holds; the strip says so.
  const isOpening = state.phase !== 'waiting' || state.problem !== 'too_many';
  useEffect(() => {
    setOverdue(false);
    if (!isReady) return;
    const timer = window.setTimeout(() => setOverdue(true), LONGEST_SKELETON_MS);
    return () => window.clearTimeout(timer);
  }, [isReady, chat.record]);
  return (
    <section
      className="chat"
      aria-label={words.conversation(config.assistant.name)}
      aria-busy={!hasGreeted && isOpening}
    >
      {isReady && (
        <ChatBoundary>
          <Suspense>
            <Chat
              key={state.session.conversationId}
              {...chat}
              session={state.session}
              resumed={state.resumed}
              initial={config.assistant.initial}
              uploads={config.uploads}
            />
          </Suspense>
        </ChatBoundary>
      )}
      {!hasGreeted && !isOverdue && isOpening && <Skeleton />}
    </section>
  );
}
