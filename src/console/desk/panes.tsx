import { UserOutlined } from '@ant-design/icons';
import { Button, Drawer, Splitter } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useState } from 'react';
import type { Room } from '../frame/use-width.js';
import { useRoom } from '../frame/use-width.js';
import { recall, remember } from '../remembered.js';
import { useWords } from '../words/words.js';

/** 三栏 (screens.md §3): sizes that are remembered where three fit, and a drawer where they do not. */

interface Parts {
  readonly queue: ReactNode;
  readonly talk: ReactNode;
  /** Null: no conversation is open. */
  readonly context: ReactNode | null;
  /** A conversation was asked for: on a phone it takes the place of the list. */
  readonly isOpened: boolean;
}

export function Panes(parts: Parts): ReactElement {
  const room = useRoom();
  if (room === 'wide' || room === 'widest') return <Three key={room} {...parts} room={room} />;
  return <Two {...parts} room={room} />;
}

const WIDTHS: Readonly<Record<'wide' | 'widest', readonly [queue: number, context: number]>> = {
  wide: [268, 360],
  widest: [320, 440],
};
const QUEUE_LEAST = 200;
const CONTEXT_LEAST = 300;
const TALK_LEAST = 460;

function Three({
  queue,
  talk,
  context,
  room,
}: Parts & { readonly room: 'wide' | 'widest' }): ReactElement {
  const [queueWidth, contextWidth] = widthsFor(room);
  const kept = (sizes: readonly number[]): void => {
    const [first, , last] = sizes;
    if (first !== undefined) remember('queueWidth', String(Math.round(first)));
    if (last !== undefined) remember('contextWidth', String(Math.round(last)));
  };
  return (
    // A pane that joins later is given its width by nobody: then all of them begin anew.
    <Splitter
      key={context === null ? 'two' : 'three'}
      className="desk desk-three"
      onResizeEnd={kept}
    >
      <Splitter.Panel defaultSize={queueWidth} min={QUEUE_LEAST} max="40%">
        {queue}
      </Splitter.Panel>
      <Splitter.Panel min={TALK_LEAST}>
        <div className="desk-talk">{talk}</div>
      </Splitter.Panel>
      {context !== null && (
        <Splitter.Panel defaultSize={contextWidth} min={CONTEXT_LEAST} max="50%">
          {context}
        </Splitter.Panel>
      )}
    </Splitter>
  );
}

/** As this reader left them; what no longer fits beside the talk is forgotten. */
function widthsFor(room: 'wide' | 'widest'): readonly [number, number] {
  const [queue, context] = WIDTHS[room];
  const own = [Number(recall('queueWidth') ?? queue), Number(recall('contextWidth') ?? context)];
  const [first, last] = own as [number, number];
  const fits = first >= QUEUE_LEAST && last >= CONTEXT_LEAST;
  return fits && window.innerWidth - first - last >= TALK_LEAST ? [first, last] : [queue, context];
}

const DRAWER: Readonly<Record<Exclude<Room, 'wide' | 'widest'>, number | string>> = {
  narrow: 380,
  tablet: 400,
  phone: '100%',
};

function Two({
  queue,
  talk,
  context,
  isOpened,
  room,
}: Parts & { readonly room: keyof typeof DRAWER }): ReactElement {
  const said = useWords().portrait;
  const [isShown, setShown] = useState(false);
  const isPhone = room === 'phone';
  return (
    <div className={`desk desk-${room}`}>
      {(!isPhone || !isOpened) && queue}
      {(!isPhone || isOpened) && (
        <div className="desk-talk">
          {talk}
          {context !== null && (
            <span className="context-opener">
              <Button
                icon={<UserOutlined />}
                aria-label={said.open}
                title={said.open}
                onClick={() => setShown(true)}
              />
            </span>
          )}
        </div>
      )}
      <Drawer
        open={isShown && context !== null}
        title={said.pane}
        size={DRAWER[room]}
        styles={{ body: { padding: 0 } }}
        onClose={() => setShown(false)}
      >
        {context}
      </Drawer>
    </div>
  );
}
