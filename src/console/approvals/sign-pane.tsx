import { CheckCircleFilled, SafetyCertificateOutlined, StopFilled } from '@ant-design/icons';
import { Button, Checkbox, Input } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useKeys } from '../frame/keys.js';
import { useInside } from '../session/session.js';
import { lossOf, percentOf } from '../words/figures.js';
import type { Words } from '../words/words.js';
import { useWords } from '../words/words.js';
import { ConfirmDialog } from './confirm-dialog.js';
import { DeclineDialog } from './decline-dialog.js';
import type { Judged, Shown } from './shapes.js';
import type { Adjusting } from './use-adjusting.js';
import { planAt } from './use-adjusting.js';

const MOST_REASON = 200;

/** Everything between reading and signing: verdicts, a reason, two declarations, one primary. */
export function SignPane({
  shown,
  adjusting,
  decided,
}: {
  readonly shown: Shown;
  readonly adjusting: Adjusting;
  readonly decided: () => void;
}): ReactElement {
  const { approvals: said, house } = useWords();
  const [declared, setDeclared] = useState<readonly boolean[]>([false, false]);
  const [asked, setAsked] = useState<'sign' | 'decline' | null>(null);
  const judged = adjusting.isChanged ? (adjusting.tried?.judged ?? null) : shown.judged;
  const hindrance = hindranceOf(said, house, adjusting, judged, declared);
  const isMine = shown.todo !== null;
  useKeys({
    a: () => isMine && (hindrance === null ? setAsked('sign') : focusOn('.sign-declared input')),
    e: () => focusOn('.diff input'),
    d: () => isMine && setAsked('decline'),
  });
  return (
    <aside className="sign-pane" aria-label={said.pane}>
      <Verdicts shown={shown} adjusting={adjusting} judged={judged} />
      {isMine && (
        <section>
          <h3>{said.handle}</h3>
          {adjusting.isChanged && <ReasonField adjusting={adjusting} />}
          <div className="sign-declared">
            {said.declarations.map((words, at) => (
              <Checkbox
                key={words}
                checked={declared[at] ?? false}
                onChange={({ target }) =>
                  setDeclared(declared.map((one, nth) => (nth === at ? target.checked : one)))
                }
              >
                {words}
              </Checkbox>
            ))}
          </div>
          <Button
            type="primary"
            size="large"
            block
            disabled={hindrance !== null}
            onClick={() => setAsked('sign')}
          >
            {primaryOf(said, shown, adjusting)} <kbd>A</kbd>
          </Button>
          {hindrance !== null && (
            <p className="meta sign-hindrance" role="status">
              {hindrance}
            </p>
          )}
          <div className="sign-others">
            {shown.todo === 'sign' && (
              <Button disabled={!adjusting.isChanged} onClick={adjusting.restore}>
                {said.restore}
              </Button>
            )}
            <Button onClick={() => setAsked('decline')}>{said.decline}</Button>
          </div>
        </section>
      )}
      <Signer judged={judged ?? shown.judged} />
      {asked === 'sign' && (
        <ConfirmDialog
          shown={shown}
          adjusting={adjusting}
          decided={decided}
          close={() => setAsked(null)}
        />
      )}
      {asked === 'decline' && (
        <DeclineDialog shown={shown} decided={decided} close={() => setAsked(null)} />
      )}
    </aside>
  );
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

type Said = Words['approvals'];

const primaryOf = (said: Said, { todo, fourEyes }: Shown, { isChanged }: Adjusting): string => {
  if (todo === 'countersign') return said.countersign;
  if (fourEyes.length > 0) return isChanged ? said.signAdjustedFirst : said.signFirst;
  return isChanged ? said.approveAdjusted : said.approve;
};

/** Why the primary is off, in words; null: it is on. */
function hindranceOf(
  said: Said,
  house: Words['house'],
  adjusting: Adjusting,
  judged: Judged | null,
  declared: readonly boolean[],
): string | null {
  if (adjusting.isChanged && adjusting.isTrying) return said.reckoning;
  if (adjusting.isChanged && !adjusting.tried?.plan) return said.infeasible;
  if (judged === null) return said.notJudged;
  const [first] = judged.hindrances;
  if (first) return house(first.words);
  return declared.every(Boolean) ? null : said.declareFirst;
}

function ReasonField({ adjusting }: { readonly adjusting: Adjusting }): ReactElement {
  const said = useWords().approvals;
  const { reason, setReason, tried, isTrying } = adjusting;
  const isUnsayable = tried?.judged?.hindrances.some(({ why }) => why === 'unsayable') ?? false;
  const length = [...reason].length;
  const state = isUnsayable
    ? said.reasonStopped
    : reason === '' || isTrying
      ? null
      : said.reasonFine;
  return (
    <label className="sign-reason">
      {said.reason}
      <Input.TextArea
        value={reason}
        maxLength={MOST_REASON}
        rows={3}
        status={isUnsayable ? 'error' : ''}
        onChange={({ target }) => setReason(target.value)}
      />
      <span className="meta">
        {state && `${state} · `}
        {length} / {MOST_REASON}
      </span>
    </label>
  );
}

/** What was judged, each with its rule. */
function Verdicts({
  shown,
  adjusting,
  judged,
}: {
  readonly shown: Shown;
  readonly adjusting: Adjusting;
  readonly judged: Judged | null;
}): ReactElement {
  const { approvals: said, house } = useWords();
  const plan = planAt(shown, adjusting);
  const { maxLoss } = plan.need;
  return (
    <section>
      <h3>{said.verdicts}</h3>
      {judged === null ? (
        <p className="meta">{shown.todo === null ? said.nothingToSign : said.notJudged}</p>
      ) : (
        <>
          <ul className="verdicts">
            {judged.products.map(({ code, name, verdict, row }) => (
              <Verdict
                key={code}
                isGood={verdict === 'ALLOW' || verdict === 'ALLOW_WITH'}
                words={name}
                rule={row === null ? said.offShelf : said.row(row)}
              />
            ))}
            <Verdict
              isGood={maxLoss === null || plan.statedLoss <= maxLoss}
              words={said.lossWithin(
                lossOf(plan.statedLoss),
                maxLoss === null ? said.ofClass : percentOf(maxLoss),
              )}
              rule={said.limit}
            />
            {judged.hindrances.map(({ why, words }) => (
              <Verdict key={why} isGood={false} words={house(words)} rule="" />
            ))}
          </ul>
          <p className="certificate">
            <SafetyCertificateOutlined /> {said.rules(judged.ruleVersion)}
          </p>
        </>
      )}
    </section>
  );
}

const Verdict = ({
  isGood,
  words,
  rule,
}: {
  readonly isGood: boolean;
  readonly words: string;
  readonly rule: string;
}): ReactElement => (
  <li>
    {isGood ? <CheckCircleFilled className="mark-ok" /> : <StopFilled className="mark-stop" />}
    <span>{words}</span>
    <span className="meta">{rule}</span>
  </li>
);

/** Under whose name and licences it would be signed. */
function Signer({ judged }: { readonly judged: Judged | null }): ReactElement {
  const words = useWords();
  const { session } = useInside();
  const { name } = session.staff;
  const signer = judged?.signer;
  const licences = signer?.licences.map(
    (one) => words.licences[one as keyof typeof words.licences] ?? one,
  );
  return (
    <footer className="signer">
      <span className="signer-face" aria-hidden="true">
        {[...name][0]}
      </span>
      <span>
        <strong>{name}</strong> · {words.roles[session.staff.role]}
        <br />
        <span className="meta">
          {licences?.length ? words.joins.list(licences) : words.staff.none}
          {signer?.productGrade ? ` · ${words.staff.gradeUpTo(signer.productGrade)}` : ''}
        </span>
      </span>
    </footer>
  );
}
