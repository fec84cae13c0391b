import { Button, Input, Modal } from 'antd';
import type { ReactElement } from 'react';
import { useId, useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useRead } from '../api/use-read.js';
import { DayInput } from '../frame/day-input.js';
import { PlaceLink } from '../frame/place-link.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import type { RuleLine } from './shapes.js';

const MOST_REASON = 500;

/** 启停: proposed here, let by another person of compliance, and taken back the same way. */
export function RuleSwitch({ rule }: { readonly rule: RuleLine }): ReactElement {
  const said = useWords().review.rules;
  const call = useApi();
  const { may } = useInside();
  const [isAsked, ask] = useState(false);
  const read = useRead('rule change', (signal) => call('get', '/review/rule-change', { signal }));
  const waiting = read.value?.id ?? null;
  const isLive = rule.state === 'live';
  return (
    <section className="pane-part">
      <h3>{said.switchTitle}</h3>
      <p className="meta">{isLive ? said.offLine : said.onLine}</p>
      {waiting !== null && (
        <p className="meta">
          {said.waits} <PlaceLink to={['changes', waiting]}>{said.seeChange(waiting)}</PlaceLink>
        </p>
      )}
      {may('change.propose') && (
        <p className="rule-switch">
          <Button disabled={!read.value || waiting !== null} onClick={() => ask(true)}>
            {isLive ? said.off : said.on}
          </Button>
        </p>
      )}
      {isAsked && <SwitchDialog rule={rule} close={() => ask(false)} done={read.again} />}
    </section>
  );
}

function SwitchDialog({
  rule: { rule, title, state },
  close,
  done,
}: {
  readonly rule: RuleLine;
  readonly close: () => void;
  readonly done: () => void;
}): ReactElement {
  const words = useWords();
  const said = words.review.rules;
  const call = useApi();
  const change = useChange();
  const dayField = useId();
  const [reason, setReason] = useState('');
  const [day, setDay] = useState('');
  const isLive = state === 'live';
  const propose = async (): Promise<void> => {
    const body = {
      state: isLive ? ('trial' as const) : ('live' as const),
      reason: reason.trim(),
      effectiveAt: day === '' ? null : `${day}T00:00:00+08:00`,
    };
    const act = () => call('post', '/review/rules/{rule}/state', { path: { rule }, body });
    if (await change.run(act, words.changes.proposed)) {
      close();
      done();
    }
  };
  return (
    <Modal
      open
      title={`${isLive ? said.off : said.on} · ${rule} ${words.ruleName(rule, title)}`}
      okText={said.proposeIt}
      okButtonProps={{ disabled: reason.trim() === '', loading: change.isBusy }}
      cancelText={words.staff.cancel}
      onOk={() => void propose()}
      onCancel={close}
    >
      <p className="meta">{said.switchHint}</p>
      <label className="rule-switch-field">
        {said.switchReason}
        <Input.TextArea
          value={reason}
          autoFocus
          maxLength={MOST_REASON}
          rows={3}
          onChange={({ target }) => setReason(target.value)}
        />
      </label>
      <label className="rule-switch-field" htmlFor={dayField}>
        {said.switchDay}
        <DayInput id={dayField} value={day} change={setDay} />
      </label>
    </Modal>
  );
}
