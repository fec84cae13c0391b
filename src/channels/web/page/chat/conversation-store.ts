import { createStore } from 'botframework-webchat';
import type { Misfit, UploadLimits } from '../files/fitting.js';
import { misfitOf } from '../files/fitting.js';
import type { RecordStore } from '../record/record-store.js';

interface Action {
  readonly type: string;
  readonly payload?: {
    readonly activity?: Heard;
    readonly attachments?: readonly { readonly blob: Blob }[];
  };
}

interface Heard {
  readonly suggestedActions?: { readonly actions?: readonly SuggestedAction[] };
}

interface SuggestedAction {
  readonly channelData?: { readonly answer?: boolean };
}

type Store = ReturnType<typeof createStore>;

/** What a person types at once, in code points (screens.md §9); the service itself takes more. */
const LONGEST_MESSAGE = 2_000;
const MOST_SUGGESTIONS_ON_PHONE = 3;

interface StoreDeps {
  readonly record: RecordStore;
  readonly isPhone: () => boolean;
  readonly uploads: UploadLimits;
  readonly onTooLong: () => void;
  readonly onMisfit: (misfit: Misfit) => void;
}

/** Web Chat's store, with the page listening in: evidence, handoff and ratings come from here. */
export function createConversationStore(deps: StoreDeps): Store {
  const { record, isPhone, uploads, onTooLong, onMisfit } = deps;
  const listen =
    ({ getState }: { getState: () => { sendBoxValue?: string } }) =>
    (next: (action: Action) => unknown) =>
    (action: Action): unknown => {
      switch (action.type) {
        case 'DIRECT_LINE/INCOMING_ACTIVITY':
          record.hear(action.payload?.activity);
          return next(isPhone() ? withFewerSuggestions(action) : action);
        case 'WEB_CHAT/SUBMIT_SEND_BOX':
          // The text stays in the box: the customer divides it, we don't.
          if ([...(getState().sendBoxValue ?? '')].length > LONGEST_MESSAGE) return onTooLong();
          return next(action);
        case 'WEB_CHAT/SET_SEND_BOX_ATTACHMENTS': {
          const picked = action.payload?.attachments ?? [];
          const misfit = misfitOf(
            picked.map(({ blob }) => blob),
            uploads,
          );
          return misfit === null ? next(action) : onMisfit(misfit);
        }
        default:
          return next(action);
      }
    };
  return createStore({}, listen);
}

/** Answers to a question stand together: the ones left out would never be given. */
const isQuestion = (actions: readonly SuggestedAction[]): boolean =>
  actions.some(({ channelData }) => channelData?.answer === true);

function withFewerSuggestions(action: Action): Action {
  const activity = action.payload?.activity;
  const actions = activity?.suggestedActions?.actions ?? [];
  const isFew = actions.length <= MOST_SUGGESTIONS_ON_PHONE || isQuestion(actions);
  if (activity === undefined || isFew) return action;
  const suggestedActions = {
    ...activity.suggestedActions,
    actions: actions.slice(0, MOST_SUGGESTIONS_ON_PHONE),
  };
  return { ...action, payload: { ...action.payload, activity: { ...activity, suggestedActions } } };
}
