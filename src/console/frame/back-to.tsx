import { ArrowLeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { go } from './route.js';
import { useRoom } from './use-width.js';

/** On a phone one thing is shown at a time: the way back to the list it came from. */
export function BackTo({
  place,
  name,
}: {
  readonly place: string;
  readonly name: string;
}): ReactElement | null {
  if (useRoom() !== 'phone') return null;
  return (
    <p className="back-to">
      <Button type="text" icon={<ArrowLeftOutlined />} onClick={() => go(place)}>
        {name}
      </Button>
    </p>
  );
}
