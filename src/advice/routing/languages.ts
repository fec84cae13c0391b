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

/** Whoever says only what they speak, or asks for somebody who does, wants that language. */
const WISH =
  /(?:会|能|可以|讲|说|懂|听|用|只)[^，。！？,.!?]{0,6}?(粤语|广东话|白话|英语|英文|上海话|闽南语|闽南话|四川话|手语)/g;
/** 「别用英语」 is no wish for it. */
const DENIED = /(?:不要|别|不用|不想|不会|听不懂|不懂)[^，。！？,.!?]{0,4}$/;
const ENGLISH_WISH = /\b(?:speaks?|in|talk(?:s)?|an?)\s+(english|cantonese)\b/i;

/** 客户要求的语言: the last one asked for in what a customer said; null: none was. */
export function languageAsked(said: readonly string[]): string | null {
  for (const text of said.toReversed()) {
    const wished = [...text.matchAll(WISH)].filter(
      ({ 0: hit, 1: word, index }) =>
        !DENIED.test(text.slice(0, index + hit.length - (word?.length ?? 0))),
    );
    const word = wished.at(-1)?.[1] ?? ENGLISH_WISH.exec(text)?.[1];
    if (word !== undefined) return languageOf(word);
  }
  return null;
}
