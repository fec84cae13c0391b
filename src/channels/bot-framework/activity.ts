import { z } from 'zod';
import { isTooLong } from '../../terms/message.js';

/** The channel's name in the record and the outbox. */
export const BOT_FRAMEWORK = 'bot-framework';

const Account = z.looseObject({
  id: z.string().min(1).max(500),
  name: z.string().max(500).optional(),
});

/**
 * What must hold before the SDK sees a body: a bare `{}` would end the process inside it
 * (reliability.md, decision 5). Unknown fields stay, as the protocol asks (A2005).
 */
export const InboundActivity = z.looseObject({
  type: z.string().min(1).max(100),
  id: z.string().max(500).optional(),
  channelId: z.string().min(1).max(100),
  serviceUrl: z.url({ protocol: /^https?$/ }).max(500),
  conversation: z.looseObject({ id: z.string().min(1).max(500) }),
  from: Account,
  recipient: Account,
  text: z
    .string()
    .refine((text) => !isTooLong(text))
    .nullish(),
  value: z.unknown().optional(),
  locale: z.string().max(50).nullish(),
  deliveryMode: z.string().max(50).nullish(),
  membersAdded: z.array(Account).max(100).optional(),
  attachments: z.array(z.unknown()).max(5).nullish(),
  entities: z.array(z.unknown()).max(100).nullish(),
  channelData: z.unknown().optional(),
});

export type InboundActivity = z.infer<typeof InboundActivity>;

/** Microsoft's own connectors. */
const MICROSOFT_HOSTS = [/(^|\.)botframework\.com$/, /(^|\.)smba\.trafficmanager\.net$/];
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether replies may go to this serviceUrl: never learned from traffic. Without an app id only
 * this machine is trusted (the Emulator), with one only Microsoft and the configured hosts.
 */
export function mayReplyTo(
  serviceUrl: string,
  hasAppId: boolean,
  configured: readonly string[],
): boolean {
  const url = new URL(serviceUrl);
  if (url.username || url.password) return false;
  if (!hasAppId) return LOOPBACK.has(url.hostname);
  if (configured.includes(url.host)) return true;
  return url.protocol === 'https:' && MICROSOFT_HOSTS.some((host) => host.test(url.hostname));
}
