import { Component } from 'react';
import type { ReactNode } from 'react';
import { WordsContext } from '../words/words.js';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** If the chat can't be loaded or drawn, the frame stays: 转人工's phone number, rights and language. */
export class ChatBoundary extends Component<BoundaryProps, { readonly hasFailed: boolean }> {
  static override contextType = WordsContext;
  declare context: React.ContextType<typeof WordsContext>;
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div className="chat-failed" role="alert">
        <p>{this.context.chatFailed}</p>
        <button type="button" className="primary-button" onClick={() => location.reload()}>
          {this.context.refresh}
        </button>
      </div>
    );
  }
}
