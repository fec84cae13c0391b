import { Modal, Switch } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { remember } from '../remembered.js';
import { useWords } from '../words/words.js';
import { singleKeysOn } from './keys.js';
import type { Page } from './pages.js';

export function ShortcutsDialog({
  pages,
  close,
}: {
  readonly pages: readonly Page[];
  readonly close: () => void;
}): ReactElement {
  const words = useWords();
  const [isOn, setOn] = useState(singleKeysOn());
  const lines: readonly (readonly [string, string])[] = [
    ...pages.map(({ place, key }) => [`G ${key.toUpperCase()}`, words.pages[place]] as const),
    ...words.shortcuts.lines,
  ];
  return (
    <Modal open title={words.shortcuts.title} footer={null} onCancel={close}>
      <dl className="shortcuts">
        {lines.map(([keys, what]) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <label className="shortcuts-switch">
        <Switch
          size="small"
          checked={isOn}
          aria-label={words.shortcuts.singleKeys}
          onChange={(next) => {
            remember('singleKeys', next ? 'on' : 'off');
            setOn(next);
          }}
        />
        {words.shortcuts.singleKeys}
      </label>
    </Modal>
  );
}
