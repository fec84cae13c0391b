import type { ReactElement } from 'react';
import { useLayoutEffect, useMemo } from 'react';
import { Workplace } from '../frame/workplace.js';
import { useWords } from '../words/words.js';
import { EndingDialog } from './ending-dialog.js';
import { NewPassword } from './new-password.js';
import type { Session, Standing } from './session.js';
import { InsideContext } from './session.js';
import { SignIn } from './sign-in.js';
import { usePresence } from './use-presence.js';
import type { Entrance } from './use-session.js';

/** In front of the door, behind it, or put out of it with the work still lying there. */
export function Door({
  entrance,
  standing,
}: {
  readonly entrance: Entrance;
  readonly standing: Exclude<Standing, { kind: 'asking' | 'unreachable' }>;
}): ReactElement {
  const words = useWords().signIn;
  const { entered, signOut } = entrance;
  const isInside = standing.kind === 'inside';
  // What stands beside the page (drawers, dialogs, what was just said) is hidden by it too.
  useLayoutEffect(() => {
    document.body.toggleAttribute('data-shut', !isInside);
  }, [isInside]);
  if (standing.kind === 'outside') {
    return <SignIn notice={standing.left ? words.left : null} entered={entered} />;
  }
  if (standing.kind === 'inside' && standing.session.mustChange) {
    const { id } = standing.session.staff;
    return <NewPassword username={id} entered={entered} leave={signOut} />;
  }
  const isEnded = standing.kind === 'ended';
  return (
    <>
      <div hidden={isEnded} inert={isEnded}>
        <Room session={standing.session} entrance={entrance} isEnded={isEnded} />
      </div>
      {isEnded && <SignIn notice={words.ended} entered={entered} />}
    </>
  );
}

function Room({
  session,
  entrance,
  isEnded,
}: {
  readonly session: Session;
  readonly entrance: Entrance;
  readonly isEnded: boolean;
}): ReactElement {
  const { call, touchedAt, signOut } = entrance;
  const inside = useMemo(
    () => ({ session, signOut, may: (action: string) => Object.hasOwn(session.may, action) }),
    [session, signOut],
  );
  const ending = usePresence(session, call, touchedAt);
  return (
    <InsideContext value={inside}>
      <Workplace />
      {ending && !isEnded && (
        <EndingDialog
          ending={ending}
          stay={() => void call('post', '/session/presence', {}).catch(() => undefined)}
          leave={signOut}
        />
      )}
    </InsideContext>
  );
}
