import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useRead } from '../api/use-read.js';
import { Chip } from '../frame/chip.js';
import { go } from '../frame/route.js';
import { Failed, Loading } from '../frame/states.js';
import { useInside } from '../session/session.js';
import { dayOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import type { CaseShown } from './case-shapes.js';

interface Pane {
  readonly shown: CaseShown;
  readonly done: () => void;
}

/** What one kind of request needs besides words. */
export function RightsPane({ shown, done }: Pane): ReactElement | null {
  const said = useWords().caseWork;
  switch (shown.matter) {
    case 'tags':
      return <Tags shown={shown} done={done} />;
    case 'explain':
      return <Explanations shown={shown} done={done} />;
    case 'delete':
      return (
        <section>
          <p>{said.erasure}</p>
          <Button onClick={() => go('erasures', shown.erasure ?? '')}>{said.toErasure}</Button>
        </section>
      );
    default:
      return null;
  }
}

function Tags({ shown, done }: Pane): ReactElement {
  const { caseWork: said, joins } = useWords();
  const call = useApi();
  const change = useChange();
  const { session } = useInside();
  const path = { id: shown.id };
  const read = useRead(`tags ${shown.id} ${shown.steps.length}`, (signal) =>
    call('get', '/review/rights/{id}/tags', { path, signal }),
  );
  if (!read.value) {
    return read.failure ? (
      <Failed error={read.failure} what={said.tags} again={read.again} />
    ) : (
      <Loading rows={2} />
    );
  }
  const { tags } = read.value;
  const mayGo = tags.filter(({ kept }) => kept === null).map(({ id }) => id);
  const isMine = shown.owner === session.staff.id && shown.identity !== null;
  const drop = async (): Promise<void> => {
    const body = { tags: mayGo };
    const sent = () => call('post', '/review/rights/{id}/tag-deletion', { path, body });
    if (await change.run(sent, said.done)) done();
  };
  return (
    <section>
      <h3>{said.tags}</h3>
      {tags.length === 0 && <p className="meta">{said.noTags}</p>}
      <ul className="case-tags">
        {tags.map(({ id, name, source, kept }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span className="meta">{said.source(sourceIn(said.sources, source))}</span>
            {kept ? (
              <>
                <Chip>{said.kept}</Chip>
                <span className="meta">{joins.pair(kept.why, kept.basis)}</span>
              </>
            ) : (
              <Chip tone="wait">{said.deletable}</Chip>
            )}
          </li>
        ))}
      </ul>
      {mayGo.length > 0 && isMine && (
        <Button danger loading={change.isBusy} onClick={() => void drop()}>
          {said.deleteTags}
        </Button>
      )}
    </section>
  );
}

const sourceIn = (names: Readonly<Record<string, string>>, source: string): string =>
  names[source] ?? source;

/** What a plan came out of, and what came out of it. */
const PARTS = ['inputs', 'reasons', 'mix'] as const;

const Part = ({
  name,
  lines,
}: {
  readonly name: string;
  readonly lines: readonly string[];
}): ReactElement => (
  <>
    <dt>{name}</dt>
    <dd>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </dd>
  </>
);

function Explanations({ shown, done }: Pane): ReactElement {
  const said = useWords().caseWork;
  const call = useApi();
  const change = useChange();
  const { session } = useInside();
  const path = { id: shown.id };
  const read = useRead(`explanations ${shown.id}`, (signal) =>
    call('get', '/review/rights/{id}/explanations', { path, signal }),
  );
  if (!read.value) {
    return read.failure ? (
      <Failed error={read.failure} what={said.plans} again={read.again} />
    ) : (
      <Loading rows={2} />
    );
  }
  const isMine = shown.owner === session.staff.id && shown.stage === 'open';
  const write = async (words: string): Promise<void> => {
    const sent = () => call('post', '/review/rights/{id}/messages', { path, body: { words } });
    if (await change.run(sent, said.done)) done();
  };
  const { explanations } = read.value;
  return (
    <section>
      <h3>{said.plans}</h3>
      {explanations.length === 0 && <p className="meta">{said.noPlans}</p>}
      {explanations.map((one) => (
        <div key={one.proposal} className="case-plan">
          <h4>
            <span className="mono">{one.proposal}</span>{' '}
            <span className="meta">{dayOf(one.drafted)}</span>
          </h4>
          <dl>
            {PARTS.map((part) => (
              <Part key={part} name={said[part]} lines={one[part]} />
            ))}
            <dt>{said.versions}</dt>
            <dd className="mono">{Object.values(one.versions).join(' ')}</dd>
          </dl>
          {isMine && (
            <Button loading={change.isBusy} onClick={() => void write(one.words)}>
              {said.useWords}
            </Button>
          )}
        </div>
      ))}
    </section>
  );
}
