import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { CustomerPage } from './customer-page.js';
import { useLook } from './frame/use-look.js';
import type { PageConfig } from './page-config.js';
import { RecordContext, RecordStore } from './record/record-store.js';
import { isOpen, useSession } from './session/use-session.js';
import { DICTIONARIES, WordsContext } from './words/words.js';

/** The whole page: a person, a language, and the record of one conversation. */
export function App({ config }: { config: PageConfig }): ReactElement {
  const reading = useLook();
  const session = useSession();
  const conversation = isOpen(session.state) ? session.state.session.conversationId : null;
  // A record belongs to one conversation; changing it is the point of the dependency.
  const record = useMemo(() => new RecordStore(conversation), [conversation]);
  return (
    <WordsContext value={DICTIONARIES[reading.language]}>
      <RecordContext value={record}>
        <CustomerPage config={config} session={session} reading={reading} record={record} />
      </RecordContext>
    </WordsContext>
  );
}
