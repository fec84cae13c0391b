import { createHash } from 'node:crypto';
import { coverSecrets } from '../compliance/identifiers.js';
import type { Store, Unit } from '../store/store.js';
import type { Attachment, MediaType } from '../terms/attachment.js';
import type { Instant } from '../terms/time.js';
import { findAttachment, insertAttachment } from './queries/attachment.js';

/** A file as a channel's door hands it on: its kind is already known from its bytes. */
export interface ReceivedFile extends Attachment {
  readonly content: Uint8Array;
}

/** A file whose name is covered like words are (脱敏). */
export const receivedFile = (
  name: string,
  mediaType: MediaType,
  content: Uint8Array,
): ReceivedFile => ({
  id: createHash('sha256').update(content).digest('hex'),
  name: coverName(name),
  mediaType,
  size: content.byteLength,
  content,
});

/** The ending apart: 「…002X.jpg」 would read as one run of signs, and as no identity number. */
function coverName(name: string): string {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(name)?.[0] ?? '';
  return coverSecrets(name.slice(0, name.length - ending.length)) + ending;
}

export const attachmentOf = ({ id, name, mediaType, size }: ReceivedFile): Attachment => ({
  id,
  name,
  mediaType,
  size,
});

/** Writes for the unit of work of the message the files came with: both are kept, or neither. */
export const keepFiles = (
  store: Store,
  conversation: string,
  files: readonly ReceivedFile[],
  at: Instant,
): Unit =>
  files.map(({ id, name, mediaType, size, content }) =>
    insertAttachment(store, {
      conversation_id: conversation,
      id,
      name,
      media_type: mediaType,
      size,
      content,
      received_at: at,
    }),
  );

/** Null: never sent in this conversation, or erased since. */
export async function readFile(
  store: Store,
  conversation: string,
  id: string,
): Promise<ReceivedFile | null> {
  const row = await findAttachment(store, conversation, id);
  if (!row || row.content === null) return null;
  const { name, size, content } = row;
  return { id, name: name ?? '', mediaType: row.media_type as MediaType, size, content };
}
