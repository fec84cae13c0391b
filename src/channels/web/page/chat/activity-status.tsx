import { hooks } from 'botframework-webchat';
import { useContext } from 'react';
import type { ReactElement } from 'react';
import { LineContext } from './line-context.js';
import { speakerOf } from './speakers.js';
import type { WebChatProps } from './speakers.js';
import { Thumbs } from './thumbs.js';
import { asRaw, asText } from '../record/activity.js';
import { clock } from '../words/dates.js';
import { useWords } from '../words/words.js';

type StatusMiddleware = Exclude<
  NonNullable<WebChatProps['activityStatusMiddleware']>,
  readonly unknown[]
>;
type Status = Parameters<ReturnType<ReturnType<StatusMiddleware>>>[0];

/** The line under a message: who spoke, when, and for the assistant's answers how they were. */
export const activityStatus: StatusMiddleware = () => () => (status) =>
  speakerOf(status.activity).kind === 'customer' ? (
    <OwnStatus {...status} />
  ) : (
    <OurStatus activity={status.activity} />
  );

function OurStatus({ activity }: { activity: Status['activity'] }): ReactElement {
  const words = useWords();
  const raw = asRaw(activity);
  const data = asRaw(raw['channelData']);
  const { kind, name } = speakerOf(activity);
  const label =
    asText(data['label']) ||
    `${name} · ${kind === 'human' ? words.advisorRole : words.aiGenerated}`;
  return (
    <div className="said-by">
      <span className={`said-by-label said-by-${kind}`}>{label}</span>
      <time dateTime={asText(raw['timestamp'])}>{clock(asText(raw['timestamp']), words.code)}</time>
      {data['rate'] === true && <Thumbs activity={asText(raw['id'])} turn={asText(data['turn'])} />}
    </div>
  );
}

function OwnStatus({ activity, hideTimestamp, sendState }: Status): ReactElement {
  const words = useWords();
  const { isOffline, deliveries } = useContext(LineContext);
  const postActivity = hooks.usePostActivity();
  const raw = asRaw(activity);
  if (sendState === 'sent') {
    if (hideTimestamp) return <></>;
    const time = clock(asText(raw['timestamp']), words.code);
    return <div className="said-by said-by-me">{`${time} · ${words.delivered}`}</div>;
  }
  if (isOffline) return <div className="said-by said-by-me">{words.waitingForNetwork}</div>;
  if (sendState === 'sending') return <div className="said-by said-by-me">{words.sending}</div>;
  const clientId = asText(asRaw(raw['channelData'])['clientActivityID']);
  const again = (): void => {
    // While we are still delivering it a second copy would say it twice.
    if (deliveries.isWaiting(clientId)) deliveries.tryAgain();
    else postActivity(activity);
  };
  return (
    <div className="said-by said-by-me said-by-failed">
      {words.sendFailed}
      <button type="button" className="link-button" onClick={again}>
        {words.retry}
      </button>
    </div>
  );
}
