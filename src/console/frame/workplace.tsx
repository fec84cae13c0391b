import type { ReactElement } from 'react';
import { Suspense, useMemo, useState } from 'react';
import { NamesContext, useColleagues } from '../session/names.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import { Boundary } from './boundary.js';
import { KeptContext } from './kept.js';
import { useKeys } from './keys.js';
import type { Page } from './pages.js';
import { PAGES } from './pages.js';
import { Rail } from './rail.js';
import { go, useDoor, useRoute } from './route.js';
import { ShortcutsDialog } from './shortcuts-dialog.js';
import { Loading, NotAllowed } from './states.js';
import { TopBar } from './top-bar.js';
import { useCounts } from './use-counts.js';
import { useTitle } from './use-title.js';

/** Rail and page: what a person of a role sees once inside. */
export function Workplace(): ReactElement {
  const words = useWords();
  const { may } = useInside();
  const [place = null] = useRoute();
  const [isHelping, setHelping] = useState(false);
  const nameOf = useColleagues();
  const kept = useMemo(() => new Map<string, unknown>(), []);
  const here = useDoor();
  const counts = useCounts(here, place);
  const pages = PAGES.filter(({ door, needs }) => door === here && may(needs));
  const page =
    place === null ? (pages[0] ?? null) : (pages.find((one) => one.place === place) ?? null);
  useKeys({
    ...Object.fromEntries(pages.map((one) => [`g ${one.key}`, () => go(one.place)])),
    '?': () => setHelping(true),
  });
  return (
    <div className="workplace">
      <a className="skip-link" href="#page">
        {words.frame.skip}
      </a>
      <Rail
        pages={pages}
        current={page?.place ?? null}
        counts={counts}
        showKeys={() => setHelping(true)}
      />
      <div className="workplace-page" id="page" tabIndex={-1}>
        <NamesContext value={nameOf}>
          <KeptContext value={kept}>
            {page ? (
              <Shown page={page} />
            ) : (
              <Nowhere isKnown={PAGES.some((one) => one.door === here && one.place === place)} />
            )}
          </KeptContext>
        </NamesContext>
      </div>
      {isHelping && <ShortcutsDialog pages={pages} close={() => setHelping(false)} />}
    </div>
  );
}

function Shown({ page: { place, View } }: { readonly page: Page }): ReactElement {
  const words = useWords();
  // The desk's own counts who waits.
  useTitle(place === 'conversations' ? null : words.pages[place]);
  return (
    <Boundary key={place} what={words.pages[place]}>
      <Suspense fallback={<Loading />}>
        <View />
      </Suspense>
    </Boundary>
  );
}

/** A page of another role's, none at all, or a role that has no page here. */
function Nowhere({ isKnown }: { readonly isKnown: boolean }): ReactElement {
  const words = useWords();
  useTitle(words.doors[useDoor()]);
  const said = isKnown ? words.failed.notAllowed : words.frame.noPage;
  return (
    <>
      <TopBar title={words.doors[useDoor()]} />
      <main className="page-body">
        <NotAllowed title={said.title} line={said.line} />
      </main>
    </>
  );
}
