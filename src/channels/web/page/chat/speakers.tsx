import type { ComponentProps } from 'react';
import type ReactWebChat from 'botframework-webchat';
import { asRaw, asText } from '../record/activity.js';

export type WebChatProps = ComponentProps<typeof ReactWebChat>;
type AvatarMiddleware = Exclude<NonNullable<WebChatProps['avatarMiddleware']>, readonly unknown[]>;
type GroupMiddleware = Exclude<
  NonNullable<WebChatProps['groupActivitiesMiddleware']>,
  readonly unknown[]
>;

/** Who speaks, as far as a reader must never be in doubt about it. */
export function speakerOf(activity: unknown): { kind: string; name: string } {
  const raw = asRaw(activity);
  const from = asRaw(raw['from']);
  if (from['role'] === 'user') return { kind: 'customer', name: '' };
  const kind = asText(asRaw(raw['channelData'])['speaker']) || 'ai';
  return { kind, name: asText(from['name']) };
}

/** Violet with the assistant's initial for the machine, blue with a surname for a person of ours. */
export function avatars(initial: string): AvatarMiddleware {
  return () => () => (card) => {
    if (card.fromUser) return false;
    const { kind, name } = speakerOf(card.activity);
    const isPerson = kind === 'human';
    return () => (
      <div aria-hidden="true" className={`avatar avatar-${isPerson ? 'person' : kind}`}>
        {isPerson ? [...name][0] : kind === 'notice' ? 'i' : initial}
      </div>
    );
  };
}

/**
 * Web Chat groups by role, and both the assistant and an advisor are `bot`: without this the advisor's
 * words would stand under the machine's avatar.
 */
export const groupBySpeaker: GroupMiddleware = () => (next) => (request) => ({
  ...next(request),
  sender: runsOf(request.activities, (activity) => {
    const { kind, name } = speakerOf(activity);
    return `${kind} ${name}`;
  }),
});

function runsOf<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const runs: T[][] = [];
  let lastKey: string | null = null;
  for (const item of items) {
    const key = keyOf(item);
    if (key === lastKey) runs.at(-1)?.push(item);
    else runs.push([item]);
    lastKey = key;
  }
  return runs;
}
