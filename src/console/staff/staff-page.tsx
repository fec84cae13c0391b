import { PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Table } from 'antd';
import type { TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { useState } from 'react';
import { useApi } from '../api/api-context.js';
import { useRead } from '../api/use-read.js';
import type { Tone } from '../frame/chip.js';
import { Chip } from '../frame/chip.js';
import { Empty, Failed, Loading } from '../frame/states.js';
import { TopBar } from '../frame/top-bar.js';
import { useInside } from '../session/session.js';
import { momentOf } from '../words/dates.js';
import type { Words } from '../words/words.js';
import { useWords } from '../words/words.js';
import { AddPerson } from './add-person.js';
import type { AccountState, Person } from './people.js';
import { isFound, peopleOf, stateOf } from './people.js';
import { PersonDrawer } from './person-drawer.js';
import '../styles/staff.css';

/** 员工: people, licences, hours and capacity. */
export default function StaffPage(): ReactElement {
  const words = useWords();
  const call = useApi();
  const { may } = useInside();
  const [sought, setSought] = useState('');
  const [openKey, setOpenKey] = useState<string | null>(null);
  const [isAdding, setAdding] = useState(false);
  const people = useRead('people', async (signal) => {
    const [{ employees }, { staff }] = await Promise.all([
      call('get', '/employees', { signal }),
      may('staff.list') ? call('get', '/staff', { signal }) : { staff: [] },
    ]);
    return peopleOf(employees, staff);
  });
  const found = people.value?.filter((person) => isFound(person, sought)) ?? [];
  const opened = people.value?.find(({ key }) => key === openKey) ?? null;
  return (
    <>
      <TopBar
        title={words.pages.staff}
        {...(people.value ? { line: words.staff.count(people.value.length) } : {})}
      >
        <Input
          className="staff-search"
          prefix={<SearchOutlined />}
          placeholder={words.staff.search}
          aria-label={words.staff.search}
          value={sought}
          onChange={({ target }) => setSought(target.value)}
          allowClear
        />
        {may('staff.add') && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
            {words.staff.add}
          </Button>
        )}
      </TopBar>
      <main className="page-body">
        {people.failure && !people.value ? (
          <Failed error={people.failure} what={words.pages.staff} again={people.again} />
        ) : !people.value ? (
          <Loading rows={8} />
        ) : found.length === 0 ? (
          <Empty title={words.staff.nobody} line={words.staff.nobodyLine} />
        ) : (
          <Table<Person>
            size="small"
            className="staff-table"
            rowKey="key"
            dataSource={[...found]}
            columns={columnsOf(words, (person) => setOpenKey(person.key), may('staff.list'))}
            pagination={false}
            scroll={{ x: 900 }}
            onRow={(person) => ({ onClick: () => setOpenKey(person.key) })}
          />
        )}
      </main>
      {opened && (
        <PersonDrawer person={opened} changed={people.again} close={() => setOpenKey(null)} />
      )}
      {isAdding && <AddPerson added={people.again} close={() => setAdding(false)} />}
    </>
  );
}

const TONES: Readonly<Record<AccountState, Tone>> = {
  open: 'ok',
  code: 'wait',
  waiting: 'wait',
  locked: 'stop',
  missing: 'plain',
};

function columnsOf(
  words: Words,
  open: (person: Person) => void,
  withAccounts: boolean,
): TableColumnsType<Person> {
  const said = words.staff;
  return [
    {
      title: said.name,
      fixed: 'left',
      width: 120,
      render: (_, person) => (
        <Button type="link" size="small" className="staff-name" onClick={() => open(person)}>
          {person.name}
        </Button>
      ),
    },
    { title: said.role, width: 100, render: (_, { role }) => words.roles[role] },
    {
      title: said.licences,
      render: (_, { employee }) =>
        employee && employee.licences.length > 0 ? (
          <span className="staff-tags">
            {employee.licences.map((one) => (
              <Chip key={one}>{words.licences[one]}</Chip>
            ))}
          </span>
        ) : (
          <span className="meta">{said.none}</span>
        ),
    },
    {
      title: said.grade,
      width: 90,
      render: (_, { employee }) =>
        employee?.productGrade ? said.gradeUpTo(employee.productGrade) : said.none,
    },
    {
      title: said.capacity,
      width: 90,
      align: 'right',
      render: (_, { employee }) => employee?.capacity ?? 0,
    },
    {
      title: said.hours,
      width: 250,
      render: (_, { employee }) =>
        employee === null || employee.hours === null ? (
          <span className="meta">{said.houseHours}</span>
        ) : (
          words.hoursWritten(employee.hours)
        ),
    },
    ...(withAccounts ? accountColumns(words) : []),
  ];
}

const accountColumns = ({ staff: said }: Words): TableColumnsType<Person> => [
  {
    title: said.state,
    width: 100,
    render: (_, { account }) => {
      const state = stateOf(account, Date.now());
      return <Chip tone={TONES[state]}>{said.states[state]}</Chip>;
    },
  },
  {
    title: said.signedIn,
    width: 150,
    render: (_, { account }) =>
      account?.signedInAt ? (
        momentOf(account.signedInAt)
      ) : (
        <span className="meta">{said.never}</span>
      ),
  },
];
