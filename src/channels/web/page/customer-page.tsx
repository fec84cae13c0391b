import { useCallback, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import type { ConversationActions } from './chat/conversation-actions.js';
import { RatingContext } from './chat/rating-context.js';
import { useRating } from './chat/use-rating.js';
import { Conversation } from './conversation.js';
import type { Misfit } from './files/fitting.js';
import { AiNotice } from './frame/ai-notice.js';
import { Announcements } from './frame/announcements.js';
import { Footer } from './frame/footer.js';
import { HumanButton } from './frame/human-button.js';
import { LargeTypeOffer } from './frame/large-type-offer.js';
import { Masthead } from './frame/masthead.js';
import { OpenDialog } from './frame/open-dialog.js';
import type { Opened } from './frame/open-dialog.js';
import { StatusStrip } from './frame/status-strip.js';
import { useLargeTypeOffer } from './frame/use-large-type-offer.js';
import type { Reading } from './frame/use-look.js';
import { usePaneKeys } from './frame/use-pane-keys.js';
import { useRemark } from './frame/use-remark.js';
import type { PageConfig } from './page-config.js';
import { SidePanel } from './panel/side-panel.js';
import { useRecord } from './record/record-store.js';
import type { RecordStore } from './record/record-store.js';
import { isOpen } from './session/use-session.js';
import type { SessionControl } from './session/use-session.js';
import { useTrouble } from './session/use-trouble.js';
import { useWords } from './words/words.js';

interface CustomerPageProps {
  readonly config: PageConfig;
  readonly session: SessionControl;
  readonly reading: Reading;
  readonly record: RecordStore;
}

export function CustomerPage({
  config,
  session,
  reading,
  record,
}: CustomerPageProps): ReactElement {
  const words = useWords();
  const { state } = session;
  const customer = isOpen(state) ? state.session.customer : null;
  const [actions, setActions] = useState<ConversationActions | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const { trouble, isOffline, setOutage } = useTrouble(state);
  const { remark, say: sayRemark } = useRemark();
  const rating = useRating(actions, setOpened);
  const offer = useLargeTypeOffer(customer?.elder === true, reading);
  const evidenceCount = useRecord((it) => it.evidence?.items.length ?? 0);
  usePaneKeys();
  const recorded = useRecord((it) => it.recorded);
  const { reread } = session;
  useEffect(() => {
    if (recorded > 0) reread();
  }, [recorded, reread]);

  const toggleLarge = (): void => reading.setLarge(!reading.look.isLarge);
  const open = (what: Opened) => (): void => setOpened(what);
  const signOut = (): void => session.switchTo(null);
  const onTooFast = useCallback(
    () => sayRemark({ tone: 'wait', text: words.tooFast }),
    [sayRemark, words],
  );
  const onTooLong = useCallback(
    () => sayRemark({ tone: 'wait', text: words.tooLong }),
    [sayRemark, words],
  );

  const onMisfit = useCallback(
    (misfit: Misfit) => sayRemark({ tone: 'wait', text: words.misfit(misfit, config.uploads) }),
    [sayRemark, words, config.uploads],
  );

  return (
    <RatingContext value={rating}>
      <a className="skip-link" href="#conversation">
        {words.skip}
      </a>
      <div className="page">
        <Masthead
          config={config}
          customer={customer}
          isLarge={reading.look.isLarge}
          evidenceCount={evidenceCount}
          humanButton={
            <HumanButton isReady={actions !== null} onAsk={() => actions?.say('转人工')} />
          }
          onToggleLarge={toggleLarge}
          onToggleLanguage={reading.toggleLanguage}
          onChooseCustomer={open({ what: 'chooser' })}
          onShowEvidence={open({ what: 'evidence' })}
          onOpenMenu={open({ what: 'menu' })}
        />
        <AiNotice onAbout={open({ what: 'topic', topic: 'about' })} />
        <StatusStrip
          trouble={trouble}
          remark={remark}
          actions={actions}
          canBeCalled={customer !== null}
          onRetry={session.retry}
          onRefresh={session.startAfresh}
        />
        <div className="middle">
          <main id="conversation" className="conversation" tabIndex={-1}>
            {offer.isOpen && <LargeTypeOffer onAnswer={offer.answer} />}
            <Conversation
              config={config}
              state={state}
              record={record}
              look={reading.look}
              isOffline={isOffline}
              onReady={setActions}
              onOutage={setOutage}
              onTooFast={onTooFast}
              onTooLong={onTooLong}
              onMisfit={onMisfit}
              onLost={session.becomeStale}
            />
          </main>
          <SidePanel hours={config.hours} onRights={open({ what: 'topic', topic: 'rights' })} />
        </div>
        <Footer
          config={config}
          isSignedIn={customer !== null}
          onTopic={(topic) => setOpened({ what: 'topic', topic })}
          onSignOut={signOut}
        />
        <Announcements />
      </div>
      <OpenDialog
        opened={opened}
        setOpened={setOpened}
        config={config}
        customer={customer}
        isLarge={reading.look.isLarge}
        evidenceCount={evidenceCount}
        actions={actions}
        onToggleLarge={toggleLarge}
        onToggleLanguage={reading.toggleLanguage}
        onSwitch={session.switchTo}
        onRated={() => sayRemark({ tone: 'ok', text: words.thanks })}
        onSignOut={signOut}
      />
    </RatingContext>
  );
}
