import { Alert, Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { Refused } from '../api/problem.js';
import { useRead } from '../api/use-read.js';
import { useWords } from '../words/words.js';
import { useTitle } from '../frame/use-title.js';
import type { Session } from './session.js';

interface Given {
  readonly username: string;
  readonly password: string;
}

/** What the identity provider's way back says when it did not work out. */
type Trouble = 'expired' | 'refused' | 'unavailable';
const troubleOf = (said: string | null): Trouble | null =>
  said === 'expired' || said === 'refused' || said === 'unavailable' ? said : null;

export function SignIn({
  notice,
  entered,
}: {
  /** Why one stands here; null: one has just come. */
  readonly notice: string | null;
  readonly entered: (session: Session) => void;
}): ReactElement {
  const words = useWords();
  useTitle(words.signIn.title);
  const call = useApi();
  const ways = useRead('ways', (signal) => call('get', '/session/ways', { signal }));
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const trouble = troubleOf(new URLSearchParams(window.location.search).get('signIn'));
  const said = refusal ?? (trouble && words.signIn.trouble[trouble]);
  const enter = (given: Given): void => {
    setBusy(true);
    setRefusal(null);
    call('post', '/session', { body: { ...given, bearer: false } })
      .then(entered)
      .catch((error: unknown) => {
        setBusy(false);
        setRefusal(
          error instanceof Refused ? words.house(error.message) : words.offline.unreachable,
        );
      });
  };
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>{words.signIn.title}</h1>
        <p className="meta">{ways.value?.institution ?? ' '}</p>
        {notice && <Alert type="info" showIcon title={notice} role="status" />}
        {said && <Alert type="error" showIcon title={said} role="alert" />}
        <Form<Given> layout="vertical" requiredMark={false} onFinish={enter} disabled={isBusy}>
          <Form.Item
            name="username"
            label={words.signIn.username}
            rules={[{ required: true, message: words.signIn.usernameMissing }]}
          >
            <Input autoComplete="username" autoFocus maxLength={100} size="large" />
          </Form.Item>
          <Form.Item
            name="password"
            label={words.signIn.password}
            extra={words.signIn.codeHint}
            rules={[{ required: true, message: words.signIn.passwordMissing }]}
          >
            <Input.Password autoComplete="current-password" maxLength={1000} size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={isBusy}>
            {words.signIn.enter}
          </Button>
        </Form>
        {ways.value?.oidc && (
          <Button size="large" block href="/api/v1/session/oidc?to=/desk">
            {words.signIn.oidc}
          </Button>
        )}
      </div>
    </main>
  );
}
