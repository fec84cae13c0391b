import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../words/words.js';

/** 利益冲突: customers this person is never given, each with why. */
export function ConflictFields({ isOpen }: { readonly isOpen: boolean }): ReactElement {
  const said = useWords().staff;
  const kinds = Object.entries(said.conflictKinds).map(([value, label]) => ({ value, label }));
  return (
    <Form.Item label={said.conflicts} extra={said.conflictsHint}>
      <Form.List name="conflicts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="conflict-row">
                <Form.Item
                  name={[name, 'customer']}
                  noStyle
                  rules={[{ required: true, message: said.required }]}
                >
                  <Input
                    maxLength={64}
                    disabled={!isOpen}
                    placeholder="C1001"
                    aria-label={said.conflicts}
                  />
                </Form.Item>
                <Form.Item name={[name, 'kind']} noStyle>
                  <Select disabled={!isOpen} aria-label={said.conflicts} options={kinds} />
                </Form.Item>
                <Button
                  type="text"
                  disabled={!isOpen}
                  icon={<DeleteOutlined />}
                  aria-label={said.conflictRemove}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            {isOpen && (
              <Button
                size="small"
                icon={<PlusOutlined />}
                onClick={() => add({ customer: '', kind: 'declared' })}
              >
                {said.conflictAdd}
              </Button>
            )}
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
