import { DownOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import { CaseDialog } from './case-dialog.js';
import type { Act, CaseShown, Desk } from './case-shapes.js';
import { FIELDS, actsFor } from './case-shapes.js';
import { saveCopy } from './save-copy.js';

/** So many stand beside each other; the rest is behind one button. */
const SHOWN = 3;

/** What may be done now: what is wanted first is the one primary button. */
export function CaseActions({
  desk,
  shown,
  done,
}: {
  readonly desk: Desk;
  readonly shown: CaseShown;
  readonly done: () => void;
}): ReactElement | null {
  const said = useWords().caseWork;
  const call = useApi();
  const change = useChange();
  const { session, may } = useInside();
  const [asking, setAsking] = useState<Act | null>(null);
  if (!may(`${desk}.handle`)) return null;
  const acts = actsFor(shown, session.staff.id);
  const [first, ...others] = acts;
  const send = async (act: Act, body: object): Promise<boolean> => {
    const isDone = await change.run(
      async () => {
        const file = await call('post', pathOf(desk, act), {
          path: { id: shown.id },
          body,
        } as never);
        if (act === 'copy') saveCopy(file as unknown as Blob, shown.id);
      },
      act === 'copy' ? said.copied : said.done,
    );
    if (isDone) done();
    return isDone;
  };
  const begin = (act: Act): void => {
    if (FIELDS[act]) setAsking(act);
    else void send(act, {});
  };
  const rest = others.slice(SHOWN - 1);
  return (
    <div className="case-actions">
      {first && (
        <Button type="primary" loading={change.isBusy} onClick={() => begin(first)}>
          {said.acts[first]}
        </Button>
      )}
      {others.slice(0, SHOWN - 1).map((act) => (
        <Button key={act} onClick={() => begin(act)}>
          {said.acts[act]}
        </Button>
      ))}
      {rest.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: rest.map((act) => ({ key: act, label: said.acts[act] })),
            onClick: ({ key }) => begin(key as Act),
          }}
        >
          <Button icon={<DownOutlined />} iconPosition="end">
            {said.more}
          </Button>
        </Dropdown>
      )}
      {asking && (
        <CaseDialog
          desk={desk}
          act={asking}
          isBusy={change.isBusy}
          send={async (body) => {
            if (await send(asking, { ...body, ...namedIn(asking, shown) })) setAsking(null);
          }}
          close={() => setAsking(null)}
        />
      )}
    </div>
  );
}

/** What was told is what stood here to be told: nothing that came after. */
const namedIn = (act: Act, { pending }: CaseShown): object =>
  act === 'told' ? { through: pending.at(-1)?.seq } : {};

/** Both desks have the same acts under the same names; each accepts only its own. */
const pathOf = (desk: Desk, act: Act) =>
  `/review/${desk}/{id}/${act}` as '/review/complaints/{id}/notes';
