import { createContext, useContext } from 'react';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

/** Literal strings of the Chinese dictionary, widened: a key that another language lacks won't compile. */
type Widened<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...args: infer A) => string
      ? (...args: A) => string
      : Widened<T[K]>;
};

export type Words = Widened<typeof zhCN>;
export type Language = 'zh-CN' | 'en';

export const DICTIONARIES: Readonly<Record<Language, Words>> = { 'zh-CN': zhCN, en };

export const WordsContext = createContext<Words>(zhCN);
export const useWords = (): Words => useContext(WordsContext);
