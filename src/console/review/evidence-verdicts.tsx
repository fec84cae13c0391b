import type { ReactElement } from 'react';
import { Chip } from '../frame/chip.js';
import { useWords } from '../words/words.js';
import { Basis } from './basis.js';
import { PassedRules, RulesLine } from './evidence-rules.js';
import type { Finding, Made } from './shapes.js';
import { RuleTitle } from './rule-title.js';

/** 裁决: what the guard said then, and what was found afterwards. */
export function Verdicts({
  made,
  findings,
}: {
  readonly made: Made | null;
  readonly findings: readonly Finding[];
}): ReactElement {
  const { review: words, joins } = useWords();
  const said = words.evidence;
  const then = made?.findings ?? [];
  return (
    <>
      {made ? (
        <RulesLine made={made} />
      ) : (
        findings.length === 0 && <p className="pane-part meta">{said.noVerdicts}</p>
      )}
      {made?.verdict === 'replaced' && (
        <p className="pane-part">
          <Chip tone="wait">{said.replaced}</Chip>
        </p>
      )}
      {made && made.stopped.length > 0 && (
        <p className="pane-part meta">{said.stopped(joins.list(made.stopped.map(String)))}</p>
      )}
      {then.length > 0 && <h3 className="pane-part">{said.then}</h3>}
      {then.map(({ rule, title, severity, text, basis, start, end }) => (
        <section key={`${rule} ${start}`} className="pane-part">
          <h3>
            <Chip tone={severity === 'hard' ? 'stop' : 'wait'}>{words[severity]}</Chip> {rule}{' '}
            <RuleTitle rule={rule} title={title} />
          </h3>
          {text !== '' && (
            <p>
              <mark>{text}</mark>
            </p>
          )}
          <p className="meta">
            <Basis basis={basis} /> {end > start && said.span(start + 1, end)}
          </p>
        </section>
      ))}
      {findings.length > 0 && <h3 className="pane-part">{said.afterwards}</h3>}
      {findings.map(({ rule, title, severity, basis, start, then: guard, version }) => (
        <section key={`f ${rule} ${start}`} className="pane-part">
          <h3>
            <Chip tone={severity === 'hard' ? 'stop' : 'wait'}>{words[severity]}</Chip> {rule}{' '}
            <RuleTitle rule={rule} title={title} />
          </h3>
          <p>{words.queue.guardThen[guard]}</p>
          <p className="meta">
            <Basis basis={basis} /> · <span className="mono">{version}</span>
          </p>
        </section>
      ))}
      {made && <PassedRules made={made} />}
    </>
  );
}
