/** 怎么把几样东西连成一句。 */
export const joinsZhCN = {
  list: (parts: readonly string[]): string => parts.join('、'),
  clauses: (parts: readonly string[]): string => parts.join('，'),
  apart: (parts: readonly string[]): string => parts.join('；'),
  pair: (name: string, value: string): string => `${name}：${value}`,
};
