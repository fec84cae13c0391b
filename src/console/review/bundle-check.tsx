import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useRef, useState } from 'react';
import type { Answer } from '../api/client.js';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useWords } from '../words/words.js';
import { VerifiedLine } from './export-dialog.js';
import { toBase64 } from './files.js';

/** 核验案卷包: a bundle that came back is judged from its bytes alone. */
export function BundleCheck(): ReactElement {
  const said = useWords().review.ledger;
  const call = useApi();
  const change = useChange();
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<{
    readonly name: string;
    readonly verified: Answer<'post', '/review/bundles/verifications'>;
  } | null>(null);
  const check = (file: File): void =>
    void change.run(async () => {
      const body = { zip: await toBase64(file) };
      const verified = await call('post', '/review/bundles/verifications', { body });
      setFound({ name: file.name, verified });
    });
  return (
    <section className="card">
      <h2>{said.checkBundle}</h2>
      <p className="meta">{said.checkBundleLine}</p>
      <input
        ref={input}
        type="file"
        accept=".zip"
        className="visually-hidden"
        aria-label={said.choose}
        tabIndex={-1}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) check(file);
          target.value = '';
        }}
      />
      <p>
        <Button size="small" loading={change.isBusy} onClick={() => input.current?.click()}>
          {said.choose}
        </Button>
      </p>
      {found && (
        <div aria-live="polite">
          <p>
            <strong>{found.name}</strong>
          </p>
          <VerifiedLine found={found.verified} />
        </div>
      )}
    </section>
  );
}
