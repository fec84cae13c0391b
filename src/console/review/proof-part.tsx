import { CheckCircleFilled, CloseCircleFilled, LoadingOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useEffect, useState } from 'react';
import { Chip } from '../frame/chip.js';
import { useWords } from '../words/words.js';
import { ProofTree } from './proof-tree.js';
import type { Checked } from './proof-check.js';
import { checkProof } from './proof-check.js';
import type { Evidence } from './shapes.js';
import { countOf, shortHash } from './shapes.js';

interface Entry {
  readonly commit: string;
  readonly cprev: string;
}

/** 证明: from this entry to the signed root, reckoned on the reader's own machine. */
export function Proof({
  seq,
  proof,
}: {
  readonly seq: number;
  readonly proof: Evidence['proof'];
}): ReactElement {
  const said = useWords().review.evidence;
  const [checked, setChecked] = useState<Checked | null>(null);
  useEffect(() => {
    let isGone = false;
    void checkProof(proof).then((found) => {
      if (!isGone) setChecked(found);
    });
    return () => {
      isGone = true;
    };
  }, [proof]);
  const { commit, cprev } = JSON.parse(proof.entry) as Entry;
  return (
    <>
      <section className="pane-part" aria-live="polite">
        <Outcome checked={checked} />
      </section>
      <section className="pane-part">
        <h3>{said.path}</h3>
        <ProofTree proof={proof} />
      </section>
      <section className="pane-part">
        <h3>{said.entry}</h3>
        <dl className="pairs">
          <div>
            <dt>{said.sequence}</dt>
            <dd className="number">{seq}</dd>
          </div>
          {checked?.leafHash && (
            <div>
              <dt>{said.leafHash}</dt>
              <dd className="mono" title={checked.leafHash}>
                {shortHash(checked.leafHash)}
              </dd>
            </div>
          )}
          <div>
            <dt>{said.leaf}</dt>
            <dd>
              {countOf(proof.leaf)} · {said.of(proof.size)}
            </dd>
          </div>
          <div>
            <dt>{said.commit}</dt>
            <dd className="mono" title={commit}>
              {shortHash(commit)}
            </dd>
          </div>
          <div>
            <dt>{said.previous}</dt>
            <dd className="mono" title={cprev}>
              {shortHash(cprev)}
            </dd>
          </div>
          <div>
            <dt>{said.root}</dt>
            <dd className="mono" title={proof.root}>
              {shortHash(proof.root)}
            </dd>
          </div>
        </dl>
      </section>
      <section className="pane-part">
        <h3>{said.checkpoint}</h3>
        <pre className="source" tabIndex={0} role="region" aria-label={said.checkpoint}>
          {proof.checkpoint}
        </pre>
        <p className="meta">{said.key}</p>
        <pre className="source" tabIndex={0} role="region" aria-label={said.key}>
          {proof.key}
        </pre>
      </section>
    </>
  );
}

function Outcome({ checked }: { readonly checked: Checked | null }): ReactElement {
  const said = useWords().review.evidence;
  if (checked === null) {
    return <Chip icon={<LoadingOutlined />}>{said.checking}</Chip>;
  }
  const { leads, isSigned } = checked;
  if (leads === null) return <Chip tone="wait">{said.cannot}</Chip>;
  return (
    <p className="proof-outcome">
      <Chip
        tone={leads ? 'ok' : 'stop'}
        icon={leads ? <CheckCircleFilled /> : <CloseCircleFilled />}
      >
        {leads ? said.holds : said.broken}
      </Chip>
      <Chip tone={isSigned === null ? 'wait' : isSigned ? 'ok' : 'stop'}>
        {isSigned === null
          ? said.signatureUnknown
          : isSigned
            ? said.signatureHolds
            : said.signatureBroken}
      </Chip>
    </p>
  );
}
