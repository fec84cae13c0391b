import type { ReactElement } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import { Failed, Loading } from '../frame/states.js';
import { useWords } from '../words/words.js';
import { SOURCES, SourceList } from './source-list.js';

/** Beside any reply, one press away from its words. */
export function AnswerSources({
  conversation,
  seq,
}: {
  readonly conversation: string;
  readonly seq: number;
}): ReactElement {
  const said = useWords().changes;
  const call = useApi();
  const read = useRead(`${conversation} ${seq}`, (signal) =>
    call('get', SOURCES, { path: { conversation, seq }, signal }),
  );
  if (read.failure && !read.value) {
    return <Failed error={read.failure} what={said.sources} again={read.again} />;
  }
  return read.value ? <SourceList sources={read.value.sources} /> : <Loading />;
}
