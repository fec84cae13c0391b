/** What people of the house know best (熟悉的领域), as its own rows name it. */
const SUBJECTS: Readonly<Record<string, string>> = {
  应急: 'emergency money',
  教育: 'education',
  养老: 'retirement',
  现金流: 'income',
  保障: 'protection',
  增值: 'growth',
  资产配置: 'allocation',
  投诉: 'complaints',
  老年客户: 'older customers',
};

/** Several are told apart by 、; what the house added stays as it wrote it. */
export const subjectEn = (named: string): string =>
  named
    .split('、')
    .map((one) => SUBJECTS[one] ?? one)
    .join(', ');

const DAYS: readonly (readonly [RegExp, string])[] = [
  [/周一/g, 'Mon'],
  [/周二/g, 'Tue'],
  [/周三/g, 'Wed'],
  [/周四/g, 'Thu'],
  [/周五/g, 'Fri'],
  [/周六/g, 'Sat'],
  [/周[日天]/g, 'Sun'],
  [/至/g, '-'],
  [/、/g, ', '],
];

/** 「周一至周五 9:00-17:30」, which may be written in English as well (profiles/employee-hours.ts). */
export const hoursEn = (written: string): string =>
  DAYS.reduce((text, [said, english]) => text.replace(said, english), written);
