import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { Answer } from '../api/client.js';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Chip } from '../frame/chip.js';
import { goBack } from '../frame/route.js';
import { Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { momentOf } from '../words/dates.js';
import { useWords } from '../words/words.js';
import { plain, unboldened } from './marked.js';
import { SourceList } from './source-list.js';
import '../styles/replay.css';

type Replayed = Answer<'post', '/review/replays'>['answers'][number];

/** 重演: one answer made again on the versions of its day, beside what was said. */
export function ReplayPage({
  id,
  seq,
}: {
  readonly id: string;
  readonly seq: number;
}): ReactElement {
  const said = useWords().replay;
  const call = useApi();
  const read = useRead(`replay ${id} ${seq}`, (signal) =>
    call('post', '/review/replays', { body: { conversation: id, seq }, signal }),
  );
  const one = read.value?.answers[0] ?? null;
  return (
    <>
      <TopBar
        title={said.title(seq)}
        {...(one ? { line: said.line(one.kind, momentOf(one.at)) } : {})}
      >
        <Button onClick={() => goBack('records', id, String(seq))}>{said.back}</Button>
      </TopBar>
      <main className="page-body review-page" tabIndex={-1}>
        {read.failure && !one ? (
          <Failed error={read.failure} what={said.what} again={read.again} />
        ) : one ? (
          <Shown one={one} />
        ) : (
          <Loading rows={6} />
        )}
      </main>
    </>
  );
}

const TONES = { identical: 'ok', different: 'wait', not_made_again: 'plain' } as const;

function Shown({ one }: { readonly one: Replayed }): ReactElement {
  const said = useWords().replay;
  const { outcome, why, missing, differences, model, sources } = one;
  return (
    <div className="replay">
      <section className="card" role="status">
        <p className="replay-outcome">
          <Chip tone={TONES[outcome]}>{said.outcomes[outcome]}</Chip>
          <span>
            {why !== null
              ? said.why[why]
              : outcome === 'identical'
                ? said.identicalLine
                : said.differentLine(differences.length)}
          </span>
          {model !== null && <span className="meta">{said.model(model)}</span>}
        </p>
        {missing.length > 0 && (
          <>
            <h3>{said.missing}</h3>
            <dl className="pairs">
              {missing.map(({ what, then, now }, at) => (
                <div key={`${what} ${at}`}>
                  <dt>{said.missingNames[what]}</dt>
                  <dd className="mono">{said.fromTo(then ?? said.none, now ?? said.none)}</dd>
                </div>
              ))}
            </dl>
          </>
        )}
      </section>
      <SideBySide one={one} />
      {differences.length > 0 && <Places differences={differences} />}
      <div className="card">
        <SourceList sources={sources} />
      </div>
      <p className="meta record-opened">{said.recorded}</p>
    </div>
  );
}

/** What stands only on one side is marked by a line as well as by a colour. */
function SideBySide({ one: { then, now, why, marked } }: { readonly one: Replayed }): ReactElement {
  const said = useWords().replay;
  return (
    <div className="replay-sides">
      <section className="card" aria-label={said.then}>
        <h2>{said.then}</h2>
        {then === null ? <p className="meta">{said.gone}</p> : <Side marked={marked} own="-" />}
      </section>
      <section className="card" aria-label={said.now}>
        <h2>{said.now}</h2>
        {now === null ? (
          <p className="meta">{why === null ? said.none : said.notMade}</p>
        ) : (
          <Side marked={marked} own="+" />
        )}
      </section>
    </div>
  );
}

const Side = ({
  marked,
  own,
}: {
  readonly marked: Replayed['marked'];
  readonly own: '-' | '+';
}): ReactElement => (
  <p className="replay-words">
    {shownOf(marked, own).map(({ sign, text }, at) => {
      if (sign === ' ') return <span key={at}>{text}</span>;
      return own === '-' ? <del key={at}>{text}</del> : <ins key={at}>{text}</ins>;
    })}
  </p>
);

/** The parts of one side, without the signs of bold type, which may lie across two of them. */
function shownOf(marked: Replayed['marked'], own: '-' | '+'): Replayed['marked'] {
  const parts = marked.filter(({ sign }) => sign === ' ' || sign === own);
  const said = unboldened(parts.map(({ text }) => text).join(''));
  let from = 0;
  return parts.map(({ sign, text }) => {
    from += text.length;
    return { sign, text: plain(said.slice(from - text.length, from)) };
  });
}

function Places({ differences }: Pick<Replayed, 'differences'>): ReactElement {
  const said = useWords().replay;
  return (
    <section className="card table-card" tabIndex={0} aria-label={said.places}>
      <table className="review-table replay-places">
        <caption className="visually-hidden">{said.places}</caption>
        <thead>
          <tr>
            <th scope="col">{said.place}</th>
            <th scope="col">{said.then}</th>
            <th scope="col">{said.now}</th>
          </tr>
        </thead>
        <tbody>
          {differences.map(({ place, then, now }) => (
            <tr key={place}>
              <td className="mono">{place}</td>
              <td>{wordsOf(then)}</td>
              <td>{wordsOf(now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const wordsOf = (value: unknown): string =>
  typeof value === 'string'
    ? plain(unboldened(value))
    : value === null
      ? '–'
      : JSON.stringify(value);
