import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { recall, remember } from '../remembered.js';
import type { Language } from '../words/words.js';

export interface Reading {
  readonly look: { readonly isLarge: boolean; readonly isPhone: boolean };
  readonly language: Language;
  readonly setLarge: (isLarge: boolean) => void;
  readonly toggleLanguage: () => void;
}

const phone = window.matchMedia('(max-width: 599.98px)');
const watchPhone = (changed: () => void): (() => void) => {
  phone.addEventListener('change', changed);
  return () => phone.removeEventListener('change', changed);
};

/** How the customer likes to read: type size and language, remembered, and the width of the screen. */
export function useLook(): Reading {
  const [isLarge, putLarge] = useState(() => recall('largeType') === 'on');
  const [language, putLanguage] = useState<Language>(() =>
    recall('language') === 'en' ? 'en' : 'zh-CN',
  );
  const isPhone = useSyncExternalStore(watchPhone, () => phone.matches);
  useEffect(() => {
    document.documentElement.dataset['type'] = isLarge ? 'large' : 'normal';
    document.documentElement.lang = language;
  }, [isLarge, language]);
  const setLarge = useCallback((on: boolean) => {
    remember('largeType', on ? 'on' : 'off');
    putLarge(on);
  }, []);
  const toggleLanguage = useCallback(
    () =>
      putLanguage((old) => {
        const next = old === 'en' ? 'zh-CN' : 'en';
        remember('language', next);
        return next;
      }),
    [],
  );
  const look = useMemo(() => ({ isLarge, isPhone }), [isLarge, isPhone]);
  return { look, language, setLarge, toggleLanguage };
}
