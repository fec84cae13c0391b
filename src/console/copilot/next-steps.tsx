import { Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { PlaceLink } from '../frame/place-link.js';
import { useWords } from '../words/words.js';
import type { Copilot } from './shapes.js';

const FAULTS = ['done', 'later', 'unfit', 'wrong'] as const;

/** 下一步建议, with why; never more than three. One that is put aside does not come back in this matter. */
export function NextSteps({
  conversation,
  steps,
  write,
  changed,
}: {
  readonly conversation: string;
  readonly steps: Copilot['steps'];
  readonly write: (words: string) => void;
  readonly changed: () => void;
}): ReactElement {
  const { copilot: said, house } = useWords();
  const call = useApi();
  const change = useChange();
  if (steps.length === 0) return <p className="meta">{said.noSteps}</p>;
  const dismiss = async (step: string, fault: (typeof FAULTS)[number]): Promise<void> => {
    const path = { id: conversation };
    const isDone = await change.run(() =>
      call('post', '/desk/conversations/{id}/steps/dismissal', { path, body: { step, fault } }),
    );
    if (isDone) changed();
  };
  return (
    <ol className="steps">
      {steps.map(({ id, action, reason, say, at }) => (
        <li key={id}>
          <span>
            <strong>{house(action)}</strong>
            <span className="meta">{house(reason)}</span>
          </span>
          {say !== null && (
            <Button size="small" onClick={() => write(say)}>
              {said.use}
            </Button>
          )}
          {at?.page === 'approvals' && <PlaceLink to={['approvals', at.id]}>{said.go}</PlaceLink>}
          <Dropdown
            trigger={['click']}
            menu={{
              items: FAULTS.map((key) => ({ key, label: said.stepFaults[key] })),
              onClick: ({ key }) => void dismiss(id, key as (typeof FAULTS)[number]),
            }}
          >
            <Button size="small" type="text" loading={change.isBusy}>
              {said.putAside}
            </Button>
          </Dropdown>
        </li>
      ))}
    </ol>
  );
}
