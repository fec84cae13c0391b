import { createContext } from 'react';
import type { Look } from './use-look.js';

export const LookContext = createContext<Look>({
  language: 'zh-CN',
  setLanguage: () => undefined,
  choice: 'system',
  setChoice: () => undefined,
  theme: 'light',
});
