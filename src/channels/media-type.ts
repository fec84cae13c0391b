import type { MediaType } from '../terms/attachment.js';

const ascii = (content: Uint8Array, from: number, to: number): string =>
  Buffer.from(content.subarray(from, to)).toString('latin1');

/** Brands of HEIC pictures, as telephones write them (ISO/IEC 23008-12). */
const HEIC_BRANDS = new Set(['heic', 'heix', 'heim', 'heis', 'mif1']);

const SIGNATURES: readonly (readonly [MediaType, (content: Uint8Array) => boolean])[] = [
  ['image/png', (content) => ascii(content, 0, 8) === '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', (content) => ascii(content, 0, 3) === '\xff\xd8\xff'],
  ['image/gif', (content) => /^GIF8[79]a$/.test(ascii(content, 0, 6))],
  ['image/webp', (content) => ascii(content, 0, 4) === 'RIFF' && ascii(content, 8, 12) === 'WEBP'],
  [
    'image/heic',
    (content) => ascii(content, 4, 8) === 'ftyp' && HEIC_BRANDS.has(ascii(content, 8, 12)),
  ],
  ['application/pdf', (content) => ascii(content, 0, 5) === '%PDF-'],
];

/** What the bytes say a file is; null for everything we do not keep. Names and headers are not asked. */
export const mediaTypeOf = (content: Uint8Array): MediaType | null =>
  SIGNATURES.find(([, fits]) => fits(content))?.[0] ?? null;
