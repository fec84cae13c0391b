import { BulbOutlined, GlobalOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useContext } from 'react';
import { LookContext } from '../look/look-context.js';
import type { ThemeChoice } from '../look/use-look.js';
import { useWords } from '../words/words.js';

const CHOICES: readonly ThemeChoice[] = ['system', 'light', 'dark'];

export function TopBar({
  title,
  line,
  children,
}: {
  readonly title: string;
  readonly line?: string;
  readonly children?: ReactNode;
}): ReactElement {
  const words = useWords();
  const { language, setLanguage, choice, setChoice } = useContext(LookContext);
  return (
    <header className="top-bar">
      <h1>{title}</h1>
      {line && <span className="top-bar-line">{line}</span>}
      <div className="top-bar-end">
        {children}
        <Button
          type="text"
          icon={<GlobalOutlined />}
          aria-label={words.frame.otherLanguage}
          title={words.frame.otherLanguage}
          onClick={() => setLanguage(language === 'en' ? 'zh-CN' : 'en')}
        />
        <Dropdown
          trigger={['click']}
          menu={{
            items: CHOICES.map((key) => ({ key, label: words.themes[key] })),
            selectable: true,
            selectedKeys: [choice],
            onClick: ({ key }) => setChoice(key as ThemeChoice),
          }}
        >
          <Button type="text" icon={<BulbOutlined />} aria-label={words.frame.theme} />
        </Dropdown>
      </div>
    </header>
  );
}
