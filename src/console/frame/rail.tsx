import {
  BellFilled,
  BellOutlined,
  ExportOutlined,
  LogoutOutlined,
  MoreOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import { Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { recall, remember } from '../remembered.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import type { Page } from './pages.js';
import { PAGES } from './pages.js';
import { PlaceLink } from './place-link.js';
import { DOORS, useDoor } from './route.js';
import { playTone } from './tone.js';
import { useRoom } from './use-width.js';

/** As many lie beside each other under a thumb, the way to the others among them. */
const UNDER_THE_THUMB = 5;

type Counts = Readonly<Partial<Record<string, number>>>;

export function Rail({
  pages,
  current,
  counts,
  showKeys,
}: {
  readonly pages: readonly Page[];
  readonly current: string | null;
  /** What waits on a page; a page without a count has none. */
  readonly counts: Counts;
  readonly showKeys: () => void;
}): ReactElement {
  const words = useWords();
  const isPhone = useRoom() === 'phone';
  const { beside, behind } = laidOut(pages, current, isPhone);
  return (
    <nav className="rail" aria-label={words.frame.pages}>
      <Logo />
      <ul>
        {beside.map(({ place, Icon }) => (
          <li key={place}>
            <PlaceLink
              to={[place]}
              className="rail-item"
              aria-current={current === place ? 'page' : undefined}
            >
              <Icon />
              <span>{words.pages[place]}</span>
              <Badge count={counts[place] ?? 0} />
            </PlaceLink>
          </li>
        ))}
        {behind.length > 0 && (
          <li>
            <More pages={behind} counts={counts} />
          </li>
        )}
      </ul>
      <Self showKeys={showKeys} />
    </nav>
  );
}

/** Where not all fit, the page that is open lies beside the first ones, whichever it is. */
function laidOut(pages: readonly Page[], current: string | null, isPhone: boolean) {
  if (!isPhone || pages.length <= UNDER_THE_THUMB) return { beside: pages, behind: [] };
  const first = pages.slice(0, UNDER_THE_THUMB - 1);
  const open = pages.find(({ place }) => place === current);
  const beside = !open || first.includes(open) ? first : [...first.slice(0, -1), open];
  return { beside, behind: pages.filter((page) => !beside.includes(page)) };
}

function More({
  pages,
  counts,
}: {
  readonly pages: readonly Page[];
  readonly counts: Counts;
}): ReactElement {
  const words = useWords();
  const items = pages.map(({ place, Icon }) => {
    const count = counts[place] ?? 0;
    const name = words.pages[place];
    const label = (
      <PlaceLink to={[place]}>
        {count > 0 ? `${name} · ${words.frame.waiting(count)}` : name}
      </PlaceLink>
    );
    return { key: place, icon: <Icon />, label };
  });
  return (
    <Dropdown trigger={['click']} placement="top" menu={{ items }}>
      <button type="button" className="rail-item">
        <MoreOutlined />
        <span>{words.frame.more}</span>
        <Badge count={pages.reduce((sum, { place }) => sum + (counts[place] ?? 0), 0)} />
      </button>
    </Dropdown>
  );
}

function Badge({ count }: { readonly count: number }): ReactElement | null {
  const words = useWords();
  if (count === 0) return null;
  return (
    <span className="rail-badge" aria-label={words.frame.waiting(count)}>
      {count > 99 ? '99+' : count}
    </span>
  );
}

function Self({ showKeys }: { readonly showKeys: () => void }): ReactElement {
  const words = useWords();
  const here = useDoor();
  const { session, signOut, may } = useInside();
  const others = DOORS.filter(
    (door) => door !== here && PAGES.some((page) => page.door === door && may(page.needs)),
  );
  const { name, role } = session.staff;
  const [isLoud, setLoud] = useState(recall('sound') === 'on');
  const acts: Readonly<Record<string, () => void>> = {
    out: signOut,
    keys: showKeys,
    sound() {
      remember('sound', isLoud ? 'off' : 'on');
      setLoud(!isLoud);
      if (!isLoud) playTone();
    },
  };
  return (
    <Dropdown
      trigger={['click']}
      placement="topRight"
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: `${name} · ${words.roles[role]}`,
            children: [
              ...others.map((door) => ({
                key: door,
                icon: <ExportOutlined />,
                label: <a href={`/${door}`}>{words.doors[door]}</a>,
              })),
              {
                key: 'sound',
                icon: isLoud ? <BellFilled /> : <BellOutlined />,
                label: isLoud ? words.presence.soundOn : words.presence.sound,
              },
              { key: 'keys', icon: <QuestionCircleOutlined />, label: words.frame.shortcuts },
              { key: 'out', icon: <LogoutOutlined />, label: words.frame.signOut },
            ],
          },
        ],
        onClick: ({ key }) => acts[key]?.(),
      }}
    >
      <button type="button" className="rail-self" aria-label={words.frame.self(name)}>
        <span aria-hidden="true">{[...name][0]}</span>
      </button>
    </Dropdown>
  );
}

const Logo = (): ReactElement => (
  <svg className="rail-logo" viewBox="0 0 40 40" aria-hidden="true">
    <path d="M7 25c4-1 5-10 9-10s5 8 9 8 5-3 8-3" className="logo-wave" />
    <path d="M7 31h26" className="logo-ground" />
    <circle cx="26" cy="12" r="3" className="logo-sun" />
  </svg>
);
