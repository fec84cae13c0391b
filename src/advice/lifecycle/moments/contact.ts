import type { Instant, LocalDate } from '../../../terms/time.js';
import { addDays, readInstant, toLocalDate, toLocalTime } from '../../../terms/time.js';
import { textIn } from './finding.js';
import type { Happening, MomentStep } from './moment.js';

/** 触达规则: whether a customer may be spoken to about something now, and if not, why and until when. */

/** What they asked for, and agreed to. */
export interface ContactWishes {
  /** 请勿打扰: nothing but what is owed. */
  readonly doNotContact: boolean;
  /** Agreed to hear of things they did not ask for. */
  readonly acceptsMarketing: boolean;
  /** Opted out of what is chosen by their profile. */
  readonly personalization: boolean;
  /** Kinds of business they agreed to hear of, each asked by itself. */
  readonly businesses: readonly string[];
}

/** What each kind of happening changes; the one list of what may be wished by yes or no. */
const WISHES = {
  'do-not-contact': { doNotContact: true },
  'contact-allowed': { doNotContact: false },
  'marketing-accepted': { acceptsMarketing: true },
  'marketing-refused': { acceptsMarketing: false },
  'personalization-refused': { personalization: false },
  'personalization-accepted': { personalization: true },
} as const satisfies Readonly<Record<string, Partial<ContactWishes>>>;

export type WishKind = keyof typeof WISHES;

const CHANGES: Readonly<Record<string, Partial<ContactWishes>>> = WISHES;
const wishIn = (kind: string): Partial<ContactWishes> => CHANGES[kind] ?? {};

/** Kinds by which somebody says whether they may be chosen for. */
export const PERSONALIZATION_KINDS: readonly string[] = Object.keys(WISHES).filter(
  (kind) => wishIn(kind).personalization !== undefined,
);

/** Whether they may be chosen for, by their last word; null: they said none. */
export const personalizationBy = (kind: string | null): boolean | null =>
  kind === null ? null : (wishIn(kind).personalization ?? null);

/** Kinds of happenings that say what somebody wishes. */
export const WISH_KINDS: readonly string[] = [
  ...Object.keys(WISHES),
  'business-accepted',
  'business-refused',
];

/** The last word counts. Nobody agreed to marketing by saying nothing. */
export function wishesOf(
  happenings: readonly Happening[],
  personalization: boolean,
): ContactWishes {
  return happenings.reduce<ContactWishes>(
    (wishes, one) => {
      const business = textIn(one, 'business');
      const others = wishes.businesses.filter((known) => known !== business);
      if (one.kind === 'business-accepted' && business !== null) {
        return { ...wishes, businesses: [...others, business] };
      }
      if (one.kind === 'business-refused') return { ...wishes, businesses: others };
      return { ...wishes, ...wishIn(one.kind) };
    },
    { doNotContact: false, acceptsMarketing: false, personalization, businesses: [] },
  );
}

/** Why not now. The first two end when the customer says so, the last ones by themselves. */
export type Barrier =
  | 'do_not_contact'
  | 'no_consent'
  | 'personalization_off'
  | 'gate'
  | 'no_business_consent'
  | 'weekly_cap'
  | 'quiet_hours';

export interface Held {
  readonly by: Barrier;
  /** When it may be tried again; null: when the customer wishes otherwise. */
  readonly until: Instant | null;
}

export interface ContactMoment {
  readonly step: Pick<MomentStep, 'audience' | 'purpose' | 'channels'>;
  readonly wishes: ContactWishes;
  /** When the customer was last contacted for marketing; null: never. */
  readonly lastMarketing: Instant | null;
  /** What the gate said when it was raised; null: nothing stands against it. */
  readonly barred: Barrier | null;
  readonly now: Instant;
}

/** House: no more than one contact for marketing in seven days. */
const CAP_MS = 7 * 86_400_000;
const QUIET_FROM = '21:00';
const QUIET_UNTIL = '09:00';

/** Tasks that reach no customer; a chat that is open is not woken by us. */
const isSilent = ({ audience, channels }: ContactMoment['step']): boolean =>
  audience !== 'customer' &&
  channels.every((one) => one === 'task' || one === 'silent' || one === 'chat');

/** Null: it may be said now. */
export function heldBy(asked: ContactMoment): Held | null {
  const { step, wishes, lastMarketing, barred, now } = asked;
  if (barred !== null) return { by: barred, until: null };
  if (step.audience !== 'customer' && step.audience !== 'advisor') return null;
  const wish = againstWishes(step, wishes);
  if (wish !== null) return { by: wish, until: null };
  if (step.purpose === 'marketing' && lastMarketing !== null && now < lastMarketing + CAP_MS) {
    return { by: 'weekly_cap', until: lastMarketing + CAP_MS };
  }
  if (isSilent(step) || !isQuiet(now)) return null;
  return { by: 'quiet_hours', until: quietEnds(now) };
}

/** What is owed is told whatever was wished; what serves an account, to whoever may be contacted. */
function againstWishes(step: ContactMoment['step'], wishes: ContactWishes): Barrier | null {
  if (step.purpose === 'duty') return null;
  if (wishes.doNotContact && !isSilent(step)) return 'do_not_contact';
  if (step.purpose !== 'marketing') return null;
  if (!wishes.personalization) return 'personalization_off';
  return wishes.acceptsMarketing ? null : 'no_consent';
}

const isQuiet = (now: Instant): boolean => {
  const time = toLocalTime(now);
  return time >= QUIET_FROM || time < QUIET_UNTIL;
};

function quietEnds(now: Instant): Instant {
  const today: LocalDate = toLocalDate(now);
  const day = toLocalTime(now) >= QUIET_FROM ? addDays(today, 1) : today;
  return readInstant(`${day}T${QUIET_UNTIL}`)!;
}
