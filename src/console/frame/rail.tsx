import {
  BellFilled,
  BellOutlined,
  ExportOutlined,
  LogoutOutlined,
  QuestionCircleOutlined,
} from '@ant-design/icons';
import { Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { useEffect, useRef, useState } from 'react';
import { recall, remember } from '../remembered.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import type { Page } from './pages.js';
import { PAGES } from './pages.js';
import { PlaceLink } from './place-link.js';
import { DOORS, useDoor } from './route.js';
import { playTone } from './tone.js';

export function Rail({
  pages,
  current,
  counts,
  showKeys,
}: {
  readonly pages: readonly Page[];
  readonly current: string | null;
  /** What waits on a page; a page without a count has none. */
  readonly counts: Readonly<Partial<Record<string, number>>>;
  readonly showKeys: () => void;
}): ReactElement {
  const words = useWords();
  const rail = useRef<HTMLElement>(null);
  // On a phone it is longer than the screen.
  useEffect(() => {
    rail.current
      ?.querySelector('[aria-current]')
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current]);
  return (
    <nav className="rail" aria-label={words.frame.pages} ref={rail}>
      <Logo />
      <ul>
        {pages.map(({ place, Icon }) => {
          const count = counts[place] ?? 0;
          return (
            <li key={place}>
              <PlaceLink
                to={[place]}
                className="rail-item"
                aria-current={current === place ? 'page' : undefined}
              >
                <Icon />
                <span>{words.pages[place]}</span>
                {count > 0 && (
                  <span className="rail-badge" aria-label={words.frame.waiting(count)}>
                    {count > 99 ? '99+' : count}
                  </span>
                )}
              </PlaceLink>
            </li>
          );
        })}
      </ul>
      <Self showKeys={showKeys} />
    </nav>
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
