import type { ReactElement } from 'react';
import { Dialog } from './dialog.js';
import type { PageConfig } from '../page-config.js';
import { topicParagraphs } from '../words/regulated.js';
import type { Topic } from '../words/regulated.js';
import { useWords } from '../words/words.js';

interface TopicDialogProps {
  readonly topic: Topic;
  readonly config: PageConfig;
  /** Null until the conversation can be spoken in. */
  readonly onSay: ((text: string) => void) | null;
  readonly onClose: () => void;
}

/** What the assistant can do, the customer's rights, complaints, privacy: short and in plain words. */
export function TopicDialog({ topic, config, onSay, onClose }: TopicDialogProps): ReactElement {
  const words = useWords();
  const { phone } = config.institution;
  const title = {
    about: words.aboutMe,
    rights: words.rights,
    complaints: words.complaints,
    privacy: words.privacy,
  }[topic];
  return (
    <Dialog title={title} kind="centre" onClose={onClose}>
      <div className="dialog-text" lang="zh-CN">
        {topicParagraphs(topic, config).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
      {words.pending !== '' && <p className="pending">{words.pending}</p>}
      {topic === 'complaints' && (
        <div className="dialog-actions">
          {onSay !== null && (
            <button type="button" className="primary-button" onClick={() => onSay('我要投诉')}>
              {words.sayInChat}
            </button>
          )}
          {phone !== null && (
            <a className="secondary-button" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
              {words.callUs(phone)}
            </a>
          )}
        </div>
      )}
    </Dialog>
  );
}
