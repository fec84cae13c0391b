import { StopOutlined } from '@ant-design/icons';
import { Button, Checkbox, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { Grade } from '../frame/grade.js';
import { useWords } from '../words/words.js';
import type { Copilot } from './shapes.js';

type Listed = NonNullable<Copilot['shortlist']>['listed'][number];

/** One card compares at most so many. */
const MOST = 3;

/** 可讨论的产品: those the gate lets be brought up, and why the others are not here. */
export function Shortlist({
  conversation,
  shortlist,
  sent,
}: {
  readonly conversation: string;
  readonly shortlist: Copilot['shortlist'];
  readonly sent: () => void;
}): ReactElement {
  const { copilot: said, joins, house } = useWords();
  const call = useApi();
  const change = useChange();
  const [asked, setAsked] = useState<readonly Listed[]>([]);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  if (shortlist === null) return <p className="meta">{said.noProducts}</p>;
  const { listed, leftOut, ruleVersion } = shortlist;
  const compared = listed.filter(({ code }) => ticked.includes(code));
  const send = async (): Promise<void> => {
    const body = { codes: asked.map(({ code }) => code) };
    const path = { id: conversation };
    const isDone = await change.run(
      () => call('post', '/desk/conversations/{id}/cards', { path, body }),
      said.cardSent,
    );
    setAsked([]);
    setTicked([]);
    if (isDone) sent();
  };
  return (
    <>
      {listed.length === 0 && <p className="meta">{said.noneListed}</p>}
      <ul className="shortlist">
        {listed.map((one) => (
          <li key={one.code}>
            <Checkbox
              aria-label={said.compareThis(one.name)}
              checked={ticked.includes(one.code)}
              disabled={ticked.length >= MOST && !ticked.includes(one.code)}
              onChange={({ target }) =>
                setTicked(
                  target.checked
                    ? [...ticked, one.code]
                    : ticked.filter((code) => code !== one.code),
                )
              }
            />
            <span>
              {one.name} <Grade level={one.riskLevel} />
              <span className="meta">{one.reasons.map(house).join(' · ')}</span>
            </span>
            <Button size="small" onClick={() => setAsked([one])}>
              {said.sendCard}
            </Button>
          </li>
        ))}
      </ul>
      {compared.length > 1 && (
        <Button size="small" onClick={() => setAsked(compared)}>
          {said.sendComparison(compared.length)}
        </Button>
      )}
      <p className="meta">
        {said.passed(ruleVersion)}
        {leftOut.length > 0 && (
          <>
            {' · '}
            <StopOutlined aria-hidden />{' '}
            {joins.pair(
              said.leftOut(leftOut.reduce((sum, { count }) => sum + count, 0)),
              joins.list(leftOut.map(({ words, count }) => `${house(words)} ${count}`)),
            )}
          </>
        )}
      </p>
      {asked.length > 0 && (
        <Modal
          open
          title={said.sendCardTitle(asked.map(({ name }) => name).join(' / '))}
          okText={said.send}
          cancelText={said.cancel}
          okButtonProps={{ loading: change.isBusy }}
          onOk={() => void send()}
          onCancel={() => setAsked([])}
        >
          {said.sendCardLine}
        </Modal>
      )}
    </>
  );
}
