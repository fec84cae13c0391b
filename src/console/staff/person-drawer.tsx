import { Button, Drawer, Form, Input, InputNumber, Select, Space } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useChange } from '../api/use-change.js';
import { useInside } from '../session/session.js';
import { useWords } from '../words/words.js';
import { AccountActions } from './account-actions.js';
import { ConflictFields } from './conflict-fields.js';
import type { Account, Employee, Person } from './people.js';

interface Given extends Pick<Employee, 'licences' | 'productGrade' | 'capacity' | 'conflicts'> {
  readonly name: string;
  readonly role: Account['role'];
  readonly hours: string;
  readonly domains: string[];
  readonly languages: string[];
}

const GRADES = [1, 2, 3, 4, 5] as const;
const MOST_CAPACITY = 50;

/** One person with everything that may be changed about them. */
export function PersonDrawer({
  person,
  changed,
  close,
}: {
  readonly person: Person;
  readonly changed: () => void;
  readonly close: () => void;
}): ReactElement {
  const words = useWords();
  const said = words.staff;
  const call = useApi();
  const { session, may } = useInside();
  const change = useChange();
  const [form] = Form.useForm<Given>();
  const [isTouched, setTouched] = useState(false);
  const { account, employee } = person;
  const isSelf = account?.id === session.staff.id;
  const mayAccount = account !== null && may('staff.change') && !isSelf;
  const mayEmployee = employee !== null && may('employee.change');
  const save = async (given: Given): Promise<void> => {
    const isDone = await change.run(async () => {
      if (mayAccount) {
        const body = { name: given.name, role: given.role };
        await call('patch', '/staff/{id}', { path: { id: account.id }, body });
      }
      if (mayEmployee) {
        const { licences, productGrade, capacity, domains, languages, conflicts } = given;
        const hours = given.hours.trim() === '' ? null : given.hours;
        const body = { licences, productGrade, capacity, domains, languages, hours, conflicts };
        await call('patch', '/employees/{id}', { path: { id: employee.id }, body });
      }
    }, said.saved);
    if (isDone) setTouched(false);
    changed();
  };
  return (
    <Drawer
      open
      title={person.name}
      size={440}
      onClose={close}
      footer={
        (mayAccount || mayEmployee) && (
          <Space>
            <Button
              type="primary"
              disabled={!isTouched}
              loading={change.isBusy}
              onClick={() => form.submit()}
            >
              {said.save}
            </Button>
            <Button onClick={close}>{said.cancel}</Button>
          </Space>
        )
      }
    >
      {account && <AccountActions account={account} isSelf={isSelf} changed={changed} />}
      {!mayAccount && !mayEmployee && <p className="meta">{said.readOnly}</p>}
      <Form<Given>
        key={person.key}
        form={form}
        layout="vertical"
        initialValues={startOf(person)}
        onValuesChange={() => setTouched(true)}
        onFinish={(given) => void save(given)}
      >
        <Form.Item
          name="name"
          label={said.name}
          rules={[{ required: true, message: said.required }]}
        >
          <Input maxLength={40} disabled={!mayAccount} />
        </Form.Item>
        <Form.Item name="role" label={said.role}>
          <Select
            disabled={!mayAccount}
            aria-label={said.role}
            options={Object.entries(words.roles).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        {employee && <EmployeeFields isOpen={mayEmployee} />}
      </Form>
    </Drawer>
  );
}

const startOf = ({ name, role, employee }: Person) => ({
  name,
  role,
  ...employee,
  ...(employee ? { name, role, hours: employee.hours ?? '' } : {}),
});

function EmployeeFields({ isOpen }: { readonly isOpen: boolean }): ReactElement {
  const words = useWords();
  const said = words.staff;
  return (
    <>
      <Form.Item name="licences" label={said.licences}>
        <Select
          mode="multiple"
          disabled={!isOpen}
          aria-label={said.licences}
          options={Object.entries(words.licences).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      <Form.Item name="productGrade" label={said.grade}>
        <Select
          disabled={!isOpen}
          allowClear
          aria-label={said.grade}
          placeholder={said.none}
          options={GRADES.map((value) => ({ value, label: said.gradeUpTo(value) }))}
        />
      </Form.Item>
      <Form.Item name="capacity" label={said.capacity}>
        <InputNumber
          min={0}
          max={MOST_CAPACITY}
          precision={0}
          disabled={!isOpen}
          suffix={said.capacityUnit}
        />
      </Form.Item>
      <Form.Item name="hours" label={said.hours} extra={said.hoursHint}>
        <Input maxLength={200} disabled={!isOpen} placeholder={said.houseHours} />
      </Form.Item>
      <Form.Item name="domains" label={said.domains}>
        <Select
          mode="tags"
          disabled={!isOpen}
          aria-label={said.domains}
          open={false}
          suffixIcon={null}
        />
      </Form.Item>
      <Form.Item name="languages" label={said.languages}>
        <Select
          mode="tags"
          disabled={!isOpen}
          aria-label={said.languages}
          open={false}
          suffixIcon={null}
        />
      </Form.Item>
      <ConflictFields isOpen={isOpen} />
    </>
  );
}
