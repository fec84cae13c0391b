import { Form, Input, Modal, Select } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useWords } from '../words/words.js';
import type { Code } from './code-dialog.js';
import { CodeDialog } from './code-dialog.js';
import type { Account } from './people.js';

interface Given {
  readonly id: string;
  readonly name: string;
  readonly role: Account['role'];
  readonly employee?: string;
}

/** A new account; its person gets a one-time code and chooses the password. */
export function AddPerson({
  added,
  close,
}: {
  readonly added: () => void;
  readonly close: () => void;
}): ReactElement {
  const words = useWords();
  const said = words.staff;
  const call = useApi();
  const change = useChange();
  const [form] = Form.useForm<Given>();
  const [code, setCode] = useState<Code | null>(null);
  const add = async ({ employee, ...given }: Given): Promise<void> => {
    const written = employee?.trim() ?? '';
    const body = { ...given, employee: written === '' ? null : written, password: null };
    const isDone = await change.run(async () => {
      const { oneTimeCode } = await call('post', '/staff', { body });
      setCode(oneTimeCode);
    });
    if (isDone) added();
  };
  if (code) return <CodeDialog code={code} close={close} />;
  const needed = [{ required: true, message: said.required }];
  return (
    <Modal
      open
      title={said.add}
      okText={said.add}
      cancelText={said.cancel}
      okButtonProps={{ loading: change.isBusy }}
      onOk={() => form.submit()}
      onCancel={close}
    >
      <Form<Given>
        form={form}
        layout="vertical"
        initialValues={{ role: 'advisor' }}
        onFinish={(given) => void add(given)}
      >
        <Form.Item name="name" label={said.name} rules={needed}>
          <Input maxLength={40} autoFocus />
        </Form.Item>
        <Form.Item name="id" label={said.id} extra={said.idHint} rules={needed}>
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        <Form.Item name="role" label={said.role} rules={needed}>
          <Select
            aria-label={said.role}
            options={Object.entries(words.roles).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item name="employee" label={said.employee} extra={said.employeeHint}>
          <Input maxLength={64} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
