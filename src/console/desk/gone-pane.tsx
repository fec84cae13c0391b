import { Button } from 'antd';
import type { ReactElement } from 'react';
import { go } from '../frame/route.js';
import { NotAllowed } from '../frame/states.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import { useWritten } from '../written.js';

/** A conversation that is not, or no longer, this reader's: nothing of it is left but their own unsent words. */
export function GonePane({ id }: { readonly id: string }): ReactElement {
  const said = useWords().desk;
  const { session } = useInside();
  const [text] = useWritten(session.staff.id, id);
  return (
    <main className="talk">
      <NotAllowed
        title={said.gone}
        line={said.goneLine}
        actions={
          <Button type="primary" autoFocus onClick={() => go('conversations')}>
            {said.toQueue}
          </Button>
        }
      />
      {text !== '' && <p className="kept-text">{said.goneText(text)}</p>}
    </main>
  );
}
