import { Components } from 'botframework-webchat';
import { useEffect, useMemo, useState } from 'react';
import type { ReactElement } from 'react';
import { activityStatus } from './activity-status.js';
import { cardHostConfig } from './card-host-config.js';
import type { ConversationActions } from './conversation-actions.js';
import { createConversationStore } from './conversation-store.js';
import { dayDivided } from './day-divider.js';
import { settledForms } from './form-card.js';
import { LineContext } from './line-context.js';
import { avatars, groupBySpeaker } from './speakers.js';
import { styleOptions } from './style-options.js';
import type { Look } from './tokens.js';
import { Voice } from './voice.js';
import { workingIndicator } from './working-line.js';
import type { Misfit, UploadLimits } from '../files/fitting.js';
import { sendBoxWithFiles } from '../files/picked-files.js';
import { sentFiles } from '../files/sent-file.js';
import { Line } from '../line/line.js';
import type { RecordStore } from '../record/record-store.js';
import type { Session } from '../session/session.js';
import { useWords } from '../words/words.js';

interface ChatProps {
  readonly session: Session;
  readonly resumed: boolean;
  readonly record: RecordStore;
  readonly initial: string;
  readonly uploads: UploadLimits;
  readonly look: Look;
  readonly isOffline: boolean;
  readonly onReady: (actions: ConversationActions) => void;
  readonly onOutage: (isOut: boolean) => void;
  readonly onTooFast: () => void;
  readonly onTooLong: () => void;
  readonly onMisfit: (misfit: Misfit) => void;
  readonly onLost: () => void;
}

const isPhone = (): boolean => window.matchMedia('(max-width: 599.98px)').matches;

const attachments = [sentFiles, settledForms];

/** Web Chat with its line and store: one mount is one conversation. Loaded after the frame. */
export default function Chat(props: ChatProps): ReactElement {
  const { record, initial, look, isOffline, onReady } = props;
  const words = useWords();
  const [line] = useState(() => new Line(props));
  const [store] = useState(() => createConversationStore({ ...props, isPhone }));
  useEffect(() => () => line.end(), [line]);

  const options = useMemo(() => styleOptions(look, initial), [look, initial]);
  const hostConfig = useMemo(() => cardHostConfig(look.isLarge), [look.isLarge]);
  const avatarMiddleware = useMemo(() => avatars(initial), [initial]);
  const strings = useMemo(
    () => ({ TEXT_INPUT_PLACEHOLDER: look.isLarge ? words.placeholderLarge : words.placeholder }),
    [look.isLarge, words],
  );
  const lineView = useMemo(
    () => ({ isOffline, deliveries: line.deliveries, fetchFile: line.fetchFile }),
    [isOffline, line],
  );

  return (
    <LineContext value={lineView}>
      <Components.Composer
        directLine={line}
        store={store}
        locale={words.webChatLocale}
        styleOptions={options}
        adaptiveCardsHostConfig={hostConfig}
        overrideLocalizedStrings={strings}
        activityMiddleware={dayDivided}
        activityStatusMiddleware={activityStatus}
        attachmentMiddleware={attachments}
        avatarMiddleware={avatarMiddleware}
        groupActivitiesMiddleware={groupBySpeaker}
        sendBoxMiddleware={sendBoxWithFiles}
        typingIndicatorMiddleware={workingIndicator}
      >
        <Voice line={line} record={record} onReady={onReady} />
        <Components.BasicWebChat role="region" />
      </Components.Composer>
    </LineContext>
  );
}
