import {
  AuditOutlined,
  BellOutlined,
  ContactsOutlined,
  MessageOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import { lazy } from 'react';
import { REVIEW_PAGES } from '../review/pages.js';
import type { Words } from '../words/words.js';
import type { DoorName } from './route.js';

/** A page of the consoles, in a chunk of its own. */
export interface Page {
  readonly door: DoorName;
  readonly place: keyof Words['pages'];
  /** The action without which it has nothing to show. */
  readonly needs: string;
  /** After G. */
  readonly key: string;
  readonly Icon: ComponentType;
  readonly View: ComponentType;
}

const DESK_PAGES: readonly Page[] = [
  {
    door: 'desk',
    place: 'conversations',
    needs: 'conversation.list',
    key: 'c',
    Icon: MessageOutlined,
    View: lazy(() => import('../desk/desk-page.js')),
  },
  {
    door: 'desk',
    place: 'today',
    needs: 'moment.list',
    key: 't',
    Icon: BellOutlined,
    View: lazy(() => import('../today/today-page.js')),
  },
  {
    door: 'desk',
    place: 'approvals',
    needs: 'proposal.list',
    key: 'a',
    Icon: AuditOutlined,
    View: lazy(() => import('../approvals/approvals-page.js')),
  },
  {
    door: 'desk',
    place: 'customers',
    needs: 'customer.list',
    key: 'l',
    Icon: ContactsOutlined,
    View: lazy(() => import('../customers/customers-page.js')),
  },
  {
    door: 'desk',
    place: 'staff',
    needs: 'employee.list',
    key: 's',
    Icon: TeamOutlined,
    View: lazy(() => import('../staff/staff-page.js')),
  },
];

export const PAGES: readonly Page[] = [...DESK_PAGES, ...REVIEW_PAGES];
