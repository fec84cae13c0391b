import type { MediaType } from '../terms/attachment.js';

/** The ending given first stands for the others. */
const ENDINGS: Readonly<Record<MediaType, readonly string[]>> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg', 'jpe', 'jfif'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
  'application/pdf': ['pdf'],
};

const LONGEST_NAME = 100;
/** Control and format characters: a bidi override shows `gpj.exe` as `exe.jpg`. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
/** What a file system or a header reads as more than a name. */
const NOT_IN_NAMES = /[\\/:*?"<>|]/g;

/** A name that can be shown and saved: no path, nothing invisible, and the ending its bytes deserve. */
export function safeFileName(given: string, mediaType: MediaType): string {
  const last = given.replace(INVISIBLE, '').split(/[\\/]/).at(-1) ?? '';
  const name = last.replace(NOT_IN_NAMES, '_').replace(/^[\s.]+|[\s.]+$/g, '');
  const endings = ENDINGS[mediaType];
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const fits = endings.includes(ending);
  const stem = fits ? name.slice(0, -ending.length - 1) : name;
  const short = [...stem].slice(0, LONGEST_NAME).join('') || 'file';
  return `${short}.${fits ? ending : endings[0]}`;
}
