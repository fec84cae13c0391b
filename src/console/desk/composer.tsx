import { StopOutlined, WarningFilled } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import type { KeyboardEvent, ReactElement, RefObject } from 'react';
import { useRef, useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { Palette } from '../copilot/palette.js';
import { COMMANDS } from '../copilot/slash.js';
import { useSlash } from '../copilot/use-slash.js';
import { useKeys } from '../frame/keys.js';
import { useWords } from '../words/words.js';
import type { Conversation, Finding } from './shapes.js';
import { useCheck } from './use-check.js';

type Kind = 'reply' | 'note';

const LONGEST = 2_000;

/** Where one writes: to the customer, held to the digital employee's rules, or to colleagues. */
export function Composer({
  conversation,
  text,
  setText,
  sources,
  cite,
  offered,
  field,
  done,
}: {
  readonly conversation: Conversation;
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Ids of what was looked up for these words. */
  readonly sources: readonly string[];
  readonly cite: (sources: readonly string[]) => void;
  /** The draft in the tone that was chosen; null: there is none. */
  readonly offered: string | null;
  readonly field: RefObject<TextAreaRef | null>;
  readonly done: () => void;
}): ReactElement {
  const said = useWords().desk;
  const call = useApi();
  const change = useChange();
  const [kind, setKind] = useState<Kind>('reply');
  const [reason, setReason] = useState('');
  const { id } = conversation;
  const { checked, isChecking } = useCheck(id, kind === 'reply' ? text : '', reason, sources);
  const slash = useSlash(id, kind, text, (words, more) => {
    setText(words);
    cite([...new Set([...sources, ...more])]);
  });
  const path = { id };
  const hard = checked?.findings.filter(({ severity }) => severity === 'hard') ?? [];
  const soft = checked?.findings.filter(({ severity }) => severity === 'soft') ?? [];
  const blocked = blockedBy(said, {
    kind,
    text,
    reason,
    hard: hard.length,
    soft: soft.length,
    isChecking,
  });
  const attempt = useRef({ words: '', key: '' });
  const send = async (): Promise<void> => {
    if (blocked !== null || change.isBusy) return;
    const why = reason.trim();
    // The same words pressed again, when the line broke before the answer came, are said once.
    const words = JSON.stringify([kind, text, sources, why]);
    if (attempt.current.words !== words) attempt.current = { words, key: crypto.randomUUID() };
    const { key } = attempt.current;
    const isDone = await change.run(() =>
      kind === 'note'
        ? call('post', '/desk/conversations/{id}/notes', { path, body: { text }, key })
        : call('post', '/desk/conversations/{id}/say', {
            path,
            body: { text, sources: [...sources], reason: why === '' ? null : why },
            key,
          }),
    );
    if (!isDone) return;
    attempt.current = { words: '', key: '' };
    setText('');
    cite([]);
    setReason('');
    done();
  };
  const press = (event: KeyboardEvent): void => {
    if (slash.pressed(event)) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void send();
    }
    if (event.key === 'Tab' && !event.shiftKey && text === '' && offered && kind === 'reply') {
      event.preventDefault();
      setText(offered);
    }
    if (event.key === 'Escape') field.current?.blur();
  };
  useKeys({ 'mod+.': () => setKind(kind === 'reply' ? 'note' : 'reply') });
  return (
    <section className={`composer composer-${kind}`} aria-label={said.composer}>
      {slash.slash && <Palette {...slash} slash={slash.slash} />}
      <div className="composer-top">
        <Segmented<Kind>
          size="small"
          value={kind}
          onChange={setKind}
          options={[
            { value: 'reply', label: said.reply },
            { value: 'note', label: said.note },
          ]}
        />
        <Commands kind={kind} />
      </div>
      <Input.TextArea
        ref={field}
        value={text}
        rows={3}
        maxLength={LONGEST}
        variant="borderless"
        placeholder={kind === 'note' ? said.notePlaceholder : said.placeholder}
        aria-label={kind === 'note' ? said.note : said.reply}
        aria-describedby="findings"
        aria-controls={slash.slash ? 'palette' : undefined}
        aria-activedescendant={slash.slash ? `palette-${slash.at}` : undefined}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={press}
      />
      <ul id="findings" className="findings">
        {[...hard, ...soft].map((finding) => (
          <FindingRow
            key={`${finding.rule} ${finding.start}`}
            finding={finding}
            cut={() => setText(text.slice(0, finding.start) + text.slice(finding.end))}
          />
        ))}
      </ul>
      {soft.length > 0 && hard.length === 0 && (
        <Input
          value={reason}
          size="small"
          maxLength={500}
          placeholder={said.softReason}
          aria-label={said.softReason}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <footer>
        <Rules kind={kind} sources={sources.length} />
        <kbd>Ctrl</kbd>
        <kbd>↵</kbd>
        <Button
          type="primary"
          disabled={blocked !== null}
          loading={change.isBusy}
          onClick={() => void send()}
        >
          {blocked ?? (kind === 'note' ? said.keep : said.send)}
        </Button>
      </footer>
    </section>
  );
}

type Said = ReturnType<typeof useWords>['desk'];

/** Why it cannot be sent as it stands, in the button's own words; null: it can. */
function blockedBy(
  said: Said,
  now: {
    readonly kind: Kind;
    readonly text: string;
    readonly reason: string;
    readonly hard: number;
    readonly soft: number;
    readonly isChecking: boolean;
  },
): string | null {
  if (now.text.trim() === '') return said.writeFirst;
  if (now.kind === 'note') return null;
  if (now.hard > 0) return said.repairFirst(now.hard);
  if (now.isChecking) return said.checking;
  return now.soft > 0 && now.reason.trim() === '' ? said.reasonFirst : null;
}

function FindingRow({
  finding: { severity, text, rule, basis },
  cut,
}: {
  readonly finding: Finding;
  readonly cut: () => void;
}): ReactElement {
  const said = useWords().desk;
  return (
    <li className={`finding finding-${severity}`}>
      {severity === 'hard' ? <StopOutlined aria-hidden /> : <WarningFilled aria-hidden />}
      <strong>{severity === 'hard' ? said.cannot : said.wants}</strong>
      <span>
        「{text}」 <span className="meta">{`${rule} · ${basis.instrument} ${basis.article}`}</span>
      </span>
      <Button size="small" onClick={cut}>
        {said.cut}
      </Button>
    </li>
  );
}

/** What may be typed to look something up. */
function Commands({ kind }: { readonly kind: Kind }): ReactElement {
  const { lookups } = useWords().copilot;
  const names = COMMANDS.map((one) => `/${lookups[one]}`).join('  ');
  return (
    <span className="meta composer-commands">
      {kind === 'note' ? `@${lookups.colleague}` : names}
    </span>
  );
}

/** Who will read it, by which rules, and what goes along. */
function Rules({ kind, sources }: { readonly kind: Kind; readonly sources: number }): ReactElement {
  const { desk: said, copilot } = useWords();
  return (
    <span className="meta">
      {kind === 'note' ? said.noteOnly : said.sameRules}
      {sources > 0 && ` · ${copilot.sources(sources)}`}
    </span>
  );
}
