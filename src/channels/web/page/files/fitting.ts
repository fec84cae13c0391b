/** What one message may carry (附件限额); the server holds the same figures and looks at the bytes. */
export interface UploadLimits {
  readonly files: number;
  /** All files together. */
  readonly bytes: number;
}

export type Misfit = 'too_many' | 'too_large' | 'unfit';

export const ACCEPTED = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'application/pdf',
];

/** Why files cannot go, before anything is sent; null when they can. */
export function misfitOf(files: readonly Blob[], limits: UploadLimits): Misfit | null {
  if (files.length > limits.files) return 'too_many';
  if (files.some(({ type, size }) => size === 0 || !ACCEPTED.includes(type))) return 'unfit';
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return bytes > limits.bytes ? 'too_large' : null;
}
