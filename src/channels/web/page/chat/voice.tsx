import { hooks } from 'botframework-webchat';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { ConversationActions } from './conversation-actions.js';
import { Follower } from './follow.js';
import type { Line } from '../line/line.js';
import type { RecordStore } from '../record/record-store.js';
import { useWords } from '../words/words.js';

type Spoken = ReturnType<typeof hooks.useActivities>[0][number];

interface VoiceProps {
  readonly line: Line;
  readonly record: RecordStore;
  readonly onReady: (actions: ConversationActions) => void;
}

/** Lets the frame speak in the conversation, and keeps what is said in view. */
export function Voice({ line, record, onReady }: VoiceProps): ReactElement | null {
  const words = useWords();
  const sendMessage = hooks.useSendMessage();
  const sendPostBack = hooks.useSendPostBack();
  const sendEvent = hooks.useSendEvent();
  useEffect(() => {
    onReady({
      say: (text) => sendMessage(text, 'code', { channelData: { postBack: false } }),
      choose: (value) => sendPostBack(value),
      rate: (feedback) => {
        record.rate(feedback.activity, feedback.rating);
        sendEvent('shuzhi.feedback', feedback);
      },
      reconnect: line.reconnectNow,
    });
  }, [line, record, onReady, sendMessage, sendPostBack, sendEvent]);

  const [isUnread, setUnread] = useState(false);
  const [follower] = useState(() => new Follower(setUnread));
  useEffect(() => follower.watch(), [follower]);
  const [activities] = hooks.useActivities();
  const latest = activities.findLast((activity) => activity.type === 'message');
  const latestName = latest === undefined ? null : nameOf(latest);
  const isOwn = latest?.from.role === 'user';
  // What is being sent has no id of the server's yet.
  const isSending = isOwn && latest.id === undefined;
  useEffect(() => {
    if (isSending) follower.spoke();
  }, [follower, isSending]);
  useEffect(() => {
    if (latestName !== null) follower.heard(latestName, isOwn);
  }, [follower, latestName, isOwn]);
  if (!isUnread) return null;
  return (
    <button type="button" className="new-message" onClick={follower.catchUp}>
      {words.newMessage}
    </button>
  );
}

/** The same before and after the server has given a message its id. */
function nameOf(activity: Spoken): string {
  const { channelData, id } = activity;
  const own = (channelData as { clientActivityID?: string } | undefined)?.clientActivityID;
  return own ?? id ?? '';
}
