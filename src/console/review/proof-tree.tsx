import type { ReactElement } from 'react';
import { useWords } from '../words/words.js';
import type { Evidence } from './shapes.js';
import { shortHash } from './shapes.js';

/** The path as a ladder: beside each step up, the hash it is joined with. */
export function ProofTree({ proof }: { readonly proof: Evidence['proof'] }): ReactElement {
  const said = useWords().review.evidence;
  const { leaf, path, root } = proof;
  return (
    <ol className="proof-tree">
      <li className="proof-end">
        <span>{said.root}</span> <span className="mono">{shortHash(root)}</span>
      </li>
      {[...path].reverse().map((hash, at) => (
        <li key={hash}>
          <span className="meta">{path.length - at}</span>
          <span className="mono meta">{shortHash(hash)}</span>
        </li>
      ))}
      <li className="proof-end">
        <span>{said.entry}</span> <span className="mono">#{leaf}</span>
      </li>
    </ol>
  );
}
