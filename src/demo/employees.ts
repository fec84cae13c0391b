import type { ConflictKind } from '../advice/routing/candidate.js';

/** The demonstration staff (architecture.md §4); advisors with the licences their work needs. */
export interface DemoEmployee {
  readonly id: string;
  readonly name: string;
  readonly role: 'advisor' | 'supervisor' | 'compliance' | 'operator' | 'auditor' | 'admin';
  readonly licences: readonly string[];
  /** Highest product grade the advisor may speak about. */
  readonly productGrade: number | null;
  readonly domains: readonly string[];
  readonly languages: readonly string[];
  readonly capacity: number;
  /** Null: the institution's own. */
  readonly hours: string | null;
  /** 利益冲突: customers they must never serve. */
  readonly conflicts: readonly { readonly customer: string; readonly kind: ConflictKind }[];
}

type Special = Partial<Pick<DemoEmployee, 'domains' | 'languages' | 'hours' | 'conflicts'>>;

const advisor = (
  n: number,
  name: string,
  licences: readonly string[],
  productGrade: number,
  special: Special = {},
): DemoEmployee => ({
  id: `advisor${n}`,
  name,
  role: 'advisor',
  licences,
  productGrade,
  domains: [],
  languages: ['mandarin'],
  capacity: 5,
  hours: null,
  conflicts: [],
  ...special,
});

const staff = (id: string, name: string, role: DemoEmployee['role']): DemoEmployee => ({
  id,
  name,
  role,
  licences: [],
  productGrade: null,
  domains: [],
  languages: ['mandarin'],
  capacity: 0,
  hours: null,
  conflicts: [],
});

export const demoEmployees: readonly DemoEmployee[] = [
  advisor(1, '周谨言', ['fund', 'wealth_product', 'fund_advisory'], 5, {
    domains: ['养老', '资产配置'],
  }),
  advisor(2, '何珊', ['fund', 'wealth_product'], 3, { domains: ['应急', '教育'] }),
  advisor(3, '唐书瑶', ['fund', 'insurance'], 4, {
    domains: ['保障', '教育'],
    languages: ['mandarin', 'english'],
    conflicts: [{ customer: 'C1008', kind: 'declared' }],
  }),
  advisor(4, '梁晓峰', ['wealth_product', 'insurance'], 3, {
    domains: ['保障', '养老'],
    languages: ['mandarin', 'cantonese'],
  }),
  advisor(5, '许美玲', ['fund', 'wealth_product', 'insurance'], 4, {
    domains: ['投诉', '老年客户'],
  }),
  advisor(6, '韩子涵', ['fund', 'securities_advisor'], 5, {
    domains: ['增值', '资产配置'],
    conflicts: [{ customer: 'C1004', kind: 'relative' }],
  }),
  advisor(7, '冯欣怡', ['wealth_product'], 2, {
    domains: ['应急', '老年客户'],
    hours: '周一至周五 9:00-13:00',
  }),
  advisor(8, '彭志强', ['fund', 'wealth_product', 'fund_advisory'], 4, {
    domains: ['现金流', '增值'],
    hours: '周二至周六 10:00-12:00, 13:00-19:00',
  }),
  {
    ...advisor(1, '郑丽华', ['fund', 'wealth_product', 'insurance'], 5),
    id: 'supervisor1',
    role: 'supervisor',
  },
  staff('compliance1', '谢思远', 'compliance'),
  staff('compliance2', '曾静', 'compliance'),
  staff('compliance3', '胡文静', 'compliance'),
  staff('operator1', '郭雅', 'operator'),
  staff('operator2', '孙明', 'operator'),
  staff('auditor1', '朱宇', 'auditor'),
  staff('admin1', '吴桐', 'admin'),
];
