/** 数字的单位，连着前面的空格。 */
export const unitsZhCN = {
  '%': '%',
  yuan: ' 元',
  day: ' 天',
  month: ' 个月',
  year: ' 年',
  count: '',
  date: '',
} as const;
