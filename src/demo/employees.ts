/** The demonstration staff (architecture.md §4); advisors with the licences their work needs. */
export interface DemoEmployee {
  readonly id: string;
  readonly name: string;
  readonly role: 'advisor' | 'supervisor' | 'compliance' | 'operator' | 'auditor' | 'admin';
  readonly licences: readonly string[];
  /** Highest product grade the advisor may speak about. */
  readonly productGrade: number | null;
  readonly capacity: number;
}

const advisor = (
  n: number,
  name: string,
  licences: readonly string[],
  productGrade: number,
): DemoEmployee => ({
  id: `advisor${n}`,
  name,
  role: 'advisor',
  licences,
  productGrade,
  capacity: 5,
});

const staff = (id: string, name: string, role: DemoEmployee['role']): DemoEmployee => ({
  id,
  name,
  role,
  licences: [],
  productGrade: null,
  capacity: 0,
});

export const demoEmployees: readonly DemoEmployee[] = [
  advisor(1, '周谨言', ['fund', 'wealth_product', 'fund_advisory'], 5),
  advisor(2, '何珊', ['fund', 'wealth_product'], 3),
  advisor(3, '唐书瑶', ['fund', 'insurance'], 4),
  advisor(4, '梁晓峰', ['wealth_product', 'insurance'], 3),
  advisor(5, '许美玲', ['fund', 'wealth_product', 'insurance'], 4),
  advisor(6, '韩子涵', ['fund', 'securities_advisor'], 5),
  advisor(7, '冯欣怡', ['wealth_product'], 2),
  advisor(8, '彭志强', ['fund', 'wealth_product', 'fund_advisory'], 4),
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
