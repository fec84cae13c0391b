import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { Chip } from '../frame/chip.js';
import { lineId, pointAt } from '../frame/pointed.js';
import { useWords } from '../words/words.js';
import type { Summary } from './shapes.js';

const PARTS = ['wanted', 'tried', 'promised', 'open'] as const;

/** Of what they want, all but this is in their own words. */
const TOLD_NEED = /^(需求|说到)：/;

/** 接手摘要: four lines; each phrase leads to where it was said. */
export function SummaryBar({ summary }: { readonly summary: Summary }): ReactElement | null {
  const { copilot: said, house } = useWords();
  const [isOpen, setOpen] = useState(true);
  const parts = PARTS.filter((part) => summary[part].length > 0);
  if (parts.length === 0) return null;
  return (
    <section className="summary" aria-label={said.summary}>
      <Chip tone="brand">{said.summary}</Chip>
      <dl className={isOpen ? '' : 'summary-folded'}>
        {parts.map((part) => (
          <div key={part}>
            <dt>{said.parts[part]}</dt>
            <dd>
              {summary[part].map(({ text, seq }) => (
                <button key={`${seq} ${text}`} type="button" onClick={() => pointAt(lineId(seq))}>
                  {part === 'wanted' && !TOLD_NEED.test(text) ? text : house(text)}
                </button>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <Button
        type="text"
        size="small"
        icon={isOpen ? <UpOutlined /> : <DownOutlined />}
        aria-label={isOpen ? said.fold : said.unfold}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      />
    </section>
  );
}
