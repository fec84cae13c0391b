/** 语言与方言, as customers ask for them and staff lists name them. */
const LANGUAGES: Readonly<Record<string, { readonly name: string; readonly words: RegExp }>> = {
  mandarin: { name: '普通话', words: /^(普通话|国语|中文|汉语|zh(-.*)?|mandarin|chinese)$/i },
  cantonese: { name: '粤语', words: /^(粤语|广东话|白话|yue|zh-(hk|yue)|cantonese)$/i },
  english: { name: '英语', words: /^(英语|英文|en(-.*)?|english)$/i },
  shanghainese: { name: '上海话', words: /^(上海话|沪语|吴语|wuu|shanghainese)$/i },
  hokkien: { name: '闽南语', words: /^(闽南语|闽南话|nan|hokkien|minnan)$/i },
  sichuanese: { name: '四川话', words: /^(四川话|川话|sichuanese)$/i },
  sign: { name: '手语', words: /^(手语|sign( language)?)$/i },
};

export const MANDARIN = 'mandarin';

/** The code of a language as somebody wrote it; one nobody knows stays as written, in small letters. */
export function languageOf(written: string): string {
  const word = written.trim();
  const codes = Object.keys(LANGUAGES).filter((code) => LANGUAGES[code]!.words.test(word));
  return codes.find((code) => code !== MANDARIN) ?? codes[0] ?? word.toLowerCase();
}

export const languageName = (code: string): string => LANGUAGES[code]?.name ?? code;
