import { Alert, Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { Refused } from '../api/problem.js';
import { useWords } from '../words/words.js';
import type { Session } from './session.js';

interface Given {
  readonly next: string;
  readonly again: string;
}

/** Who came with a one-time code chooses a password before anything else opens. */
export function NewPassword({
  username,
  entered,
  leave,
}: {
  /** For whoever keeps the password: a browser or its owner. */
  readonly username: string;
  readonly entered: (session: Session) => void;
  readonly leave: () => void;
}): ReactElement {
  const words = useWords();
  const call = useApi();
  const [refusal, setRefusal] = useState<string | null>(null);
  const choose = ({ next }: Given): void => {
    setRefusal(null);
    call('post', '/session/password', { body: { next, current: null, bearer: false } })
      .then(entered)
      .catch((error: unknown) =>
        setRefusal(
          error instanceof Refused ? words.house(error.message) : words.offline.unreachable,
        ),
      );
  };
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <h1>{words.newPassword.title}</h1>
        <p className="meta">{words.newPassword.why}</p>
        {refusal && <Alert type="error" showIcon title={refusal} role="alert" />}
        <Form<Given> layout="vertical" requiredMark={false} onFinish={choose}>
          <input type="text" autoComplete="username" value={username} readOnly hidden />
          <Form.Item
            name="next"
            label={words.newPassword.next}
            extra={words.newPassword.hint}
            rules={[{ required: true, message: words.newPassword.missing }]}
          >
            <Input.Password autoComplete="new-password" autoFocus size="large" />
          </Form.Item>
          <Form.Item
            name="again"
            label={words.newPassword.again}
            dependencies={['next']}
            rules={[
              { required: true, message: words.newPassword.missing },
              ({ getFieldValue }) => ({
                validator: (_, again) =>
                  again === undefined || again === getFieldValue('next')
                    ? Promise.resolve()
                    : Promise.reject(new Error(words.newPassword.differs)),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" size="large" />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block>
            {words.newPassword.choose}
          </Button>
        </Form>
        <Button type="text" block onClick={leave}>
          {words.frame.signOut}
        </Button>
      </div>
    </main>
  );
}
