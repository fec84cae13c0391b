import { CoffeeOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useRead } from '../api/use-read.js';
import { clockOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { useInside } from './session.js';

/** 在岗与休息: whether new conversations are offered to whoever is signed in, and the way to change it. */
export function PresenceLine(): ReactElement | null {
  const said = useWords().presence;
  const call = useApi();
  const change = useChange();
  const { session } = useInside();
  const read = useRead('presence', (signal) => call('get', '/session', { signal }));
  const [told, setTold] = useState<string | null>();
  const since = told === undefined ? (read.value ?? session).breakSince : told;
  if (session.staff.employee === null) return null;
  const turn = (): void =>
    void change.run(async () => {
      const body = { away: since === null };
      setTold((await call('put', '/session/break', { body })).breakSince);
    });
  return (
    <div className="presence" data-away={since !== null || undefined}>
      <span role="status">
        <i aria-hidden="true" /> {since === null ? said.here : said.away(clockOf(since))}
      </span>
      <Button
        size="small"
        type={since === null ? 'default' : 'primary'}
        icon={since === null ? <CoffeeOutlined aria-hidden /> : undefined}
        loading={change.isBusy}
        title={said.restLine}
        aria-pressed={since !== null}
        onClick={turn}
      >
        {since === null ? said.rest : said.back}
      </Button>
    </div>
  );
}
