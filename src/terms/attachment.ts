/** Kinds of file the service keeps: what the bytes say, not the name. */
export const MEDIA_TYPES = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/heic',
  'application/pdf',
] as const;
export type MediaType = (typeof MEDIA_TYPES)[number];

/** 附件: a file a customer sent, as the record names it. The bytes are kept beside the record. */
export interface Attachment {
  /** SHA-256 of the bytes, hex: whoever holds the record can tell whether they were replaced. */
  readonly id: string;
  readonly name: string;
  readonly mediaType: MediaType;
  /** Size in bytes. */
  readonly size: number;
}

export const isImage = ({ mediaType }: Pick<Attachment, 'mediaType'>): boolean =>
  mediaType.startsWith('image/');
