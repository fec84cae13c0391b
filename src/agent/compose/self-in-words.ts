import { spokenMoney } from '../../language/spoken-money.js';
import type { Fact } from '../../terms/fact.js';
import type { ToldOfSelf, Trait } from '../../conversation/told-of-self.js';

/** 您说过的: what customers told about themselves, said back to them; '' where they told nothing. */

/** An illness, a parting or a lost job is not read back to anybody. */
const SAID_BACK: Readonly<Partial<Record<Trait, string>>> = {
  student: '在上学',
  retired: '已经退休',
  expecting: '家里要添孩子',
  alone: '一个人过',
  foreigner: '从国外来',
  beginner: '刚开始接触理财',
};

export const selfInWords = ({ age, traits, work, money }: ToldOfSelf): string =>
  [
    ...(age === null ? [] : [`${age} 岁`]),
    ...traits.flatMap((trait) => SAID_BACK[trait] ?? []),
    ...(work === null ? [] : [`工作是${work}`]),
    ...(money === null ? [] : [`手里有 ${money}`]),
  ].join('、');

/** Their own figures, for the reply that says them back. */
export const selfFacts = ({ age, money }: ToldOfSelf): readonly Fact[] => [
  ...(age === null ? [] : [{ value: age, unit: 'year', label: '年龄' } as const]),
  ...(money === null ? [] : spokenMoney(money)).flatMap(({ from, to }) =>
    [from, to].map((value) => ({ value, unit: 'yuan', label: '您说过的钱' }) as const),
  ),
];
