import { createContext, useContext } from 'react';
import type { Widened } from '../../channels/web/page/words/widened.js';
import { en } from './en.js';
import { zhCN } from './zh-cn.js';

export type Words = Widened<typeof zhCN>;
export type Language = 'zh-CN' | 'en';

export const DICTIONARIES: Readonly<Record<Language, Words>> = { 'zh-CN': zhCN, en };

export const WordsContext = createContext<Words>(zhCN);
export const useWords = (): Words => useContext(WordsContext);
