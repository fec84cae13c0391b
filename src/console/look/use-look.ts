import { useEffect, useState } from 'react';
import { recall, remember } from '../remembered.js';
import type { Language } from '../words/words.js';

export type ThemeChoice = 'system' | 'light' | 'dark';

export interface Look {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly choice: ThemeChoice;
  readonly setChoice: (choice: ThemeChoice) => void;
  /** The choice, or what the system says. */
  readonly theme: 'light' | 'dark';
}

const DARK = window.matchMedia('(prefers-color-scheme: dark)');

const choiceOf = (kept: string | null): ThemeChoice =>
  kept === 'light' || kept === 'dark' ? kept : 'system';

/** How the reader likes it; the document's own attributes follow. */
export function useLook(): Look {
  const [language, setLanguage] = useState<Language>(recall('language') === 'en' ? 'en' : 'zh-CN');
  const [choice, setChoice] = useState<ThemeChoice>(choiceOf(recall('theme')));
  const [isSystemDark, setSystemDark] = useState(DARK.matches);
  useEffect(() => {
    const follow = (event: MediaQueryListEvent): void => setSystemDark(event.matches);
    DARK.addEventListener('change', follow);
    return () => DARK.removeEventListener('change', follow);
  }, []);
  const theme = choice === 'system' ? (isSystemDark ? 'dark' : 'light') : choice;
  // While rendering, not after: the theme's colours are read from the document (look/theme.ts).
  document.documentElement.dataset['theme'] = theme;
  document.documentElement.lang = language;
  return {
    language,
    setLanguage(next) {
      remember('language', next);
      setLanguage(next);
    },
    choice,
    setChoice(next) {
      remember('theme', next);
      setChoice(next);
    },
    theme,
  };
}
