import type { ReactElement } from 'react';
import { CustomerChooser } from './customer-chooser.js';
import { Dialog } from './dialog.js';
import { PhoneMenu } from './phone-menu.js';
import { ReasonDialog } from './reason-dialog.js';
import { TopicDialog } from './topic-dialog.js';
import type { ConversationActions } from '../chat/conversation-actions.js';
import type { RatedAnswer } from '../chat/rating-context.js';
import type { PageConfig } from '../page-config.js';
import { EvidenceList } from '../panel/evidence-list.js';
import type { Customer } from '../session/session.js';
import type { Topic } from '../words/regulated.js';
import { useWords } from '../words/words.js';

export type Opened =
  | { readonly what: 'menu' | 'chooser' | 'evidence' }
  | { readonly what: 'topic'; readonly topic: Topic }
  | { readonly what: 'reason'; readonly answer: RatedAnswer };

interface OpenDialogProps {
  readonly opened: Opened | null;
  readonly setOpened: (opened: Opened | null) => void;
  readonly config: PageConfig;
  readonly customer: Customer | null;
  readonly isLarge: boolean;
  readonly evidenceCount: number;
  readonly actions: ConversationActions | null;
  readonly onToggleLarge: () => void;
  readonly onToggleLanguage: () => void;
  readonly onSwitch: (customer: string | null) => void;
  readonly onSignOut: () => void;
  readonly onRated: () => void;
}

/** The one dialog that is open, if any. */
export function OpenDialog(props: OpenDialogProps): ReactElement | null {
  const words = useWords();
  const { opened, setOpened, config, customer, actions } = props;
  const close = (): void => setOpened(null);
  const closing = (act: () => void) => (): void => {
    close();
    act();
  };
  switch (opened?.what) {
    case undefined:
      return null;
    case 'menu':
      return (
        <PhoneMenu
          {...props}
          onToggleLarge={closing(props.onToggleLarge)}
          onToggleLanguage={closing(props.onToggleLanguage)}
          onShowEvidence={() => setOpened({ what: 'evidence' })}
          onChooseCustomer={() => setOpened({ what: 'chooser' })}
          onSignOut={closing(props.onSignOut)}
          onTopic={(topic) => setOpened({ what: 'topic', topic })}
          onClose={close}
        />
      );
    case 'chooser':
      return (
        <CustomerChooser
          customers={config.demoCustomers}
          current={customer?.id ?? null}
          onChoose={(id) => {
            close();
            if (id !== (customer?.id ?? null)) props.onSwitch(id);
          }}
          onClose={close}
        />
      );
    case 'evidence':
      return (
        <Dialog title={words.evidence} kind="drawer" onClose={close}>
          <EvidenceList />
        </Dialog>
      );
    case 'topic': {
      const say = actions === null ? null : (text: string) => closing(() => actions.say(text))();
      return <TopicDialog topic={opened.topic} config={config} onSay={say} onClose={close} />;
    }
    case 'reason':
      return (
        <ReasonDialog
          answer={opened.answer}
          onRate={(feedback) => {
            close();
            actions?.rate(feedback);
            props.onRated();
          }}
          onClose={close}
        />
      );
  }
}
