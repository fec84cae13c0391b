import { CloseOutlined, StarOutlined } from '@ant-design/icons';
import { Button, Input, Popover } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useRead } from '../api/use-read.js';
import { FailedLine } from '../frame/states.js';
import { useWords } from '../words/words.js';
import type { Query } from './search-query.js';
import { orderOf, queryOf } from './search-query.js';

/** 保存的检索: one's own, a press away. */
export function SavedSearches({
  query,
  open,
}: {
  readonly query: Query;
  readonly open: (query: Query) => void;
}): ReactElement {
  const said = useWords().search;
  const call = useApi();
  const saved = useRead('saved', (signal) => call('get', '/review/saved-searches', { signal }));
  const { run, isBusy } = useChange();
  const drop = (id: string): void =>
    void run(
      () => call('delete', '/review/saved-searches/{id}', { path: { id } }),
      said.dropped,
    ).then(saved.again);
  const save = (name: string): Promise<boolean> =>
    run(
      () => call('post', '/review/saved-searches', { body: { name, query: orderOf(query) } }),
      said.saved,
    );
  return (
    <section className="search-saved" aria-label={said.savedOnes}>
      {saved.failure && !saved.value && <FailedLine what={said.savedOnes} again={saved.again} />}
      <ul>
        {saved.value?.searches.map((one) => (
          <li key={one.id} className="chip chip-brand">
            <button type="button" onClick={() => open(queryOf(one))}>
              {one.name}
            </button>
            <button
              type="button"
              aria-label={said.drop(one.name)}
              title={said.drop(one.name)}
              disabled={isBusy}
              onClick={() => drop(one.id)}
            >
              <CloseOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <SaveAs isBusy={isBusy} save={save} done={saved.again} />
    </section>
  );
}

function SaveAs({
  isBusy,
  save,
  done,
}: {
  readonly isBusy: boolean;
  readonly save: (name: string) => Promise<boolean>;
  readonly done: () => void;
}): ReactElement {
  const said = useWords().search;
  const [isOpen, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = async (): Promise<void> => {
    if (name.trim() === '' || !(await save(name.trim()))) return;
    setName('');
    setOpen(false);
    done();
  };
  const form = (
    <form
      className="search-save"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Input
        aria-label={said.saveName}
        placeholder={said.saveName}
        value={name}
        maxLength={40}
        autoFocus
        onChange={({ target }) => setName(target.value)}
      />
      <p className="meta">{said.saveLine}</p>
      <Button type="primary" htmlType="submit" loading={isBusy} disabled={name.trim() === ''}>
        {said.keep}
      </Button>
    </form>
  );
  return (
    <Popover
      open={isOpen}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomLeft"
      destroyOnHidden
      content={form}
    >
      <Button size="small" icon={<StarOutlined />}>
        {said.save}
      </Button>
    </Popover>
  );
}
