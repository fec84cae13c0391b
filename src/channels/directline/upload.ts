import type { Request } from 'express';
import type { ReceivedFile } from '../../conversation/attachments.js';
import { receivedFile } from '../../conversation/attachments.js';
import type { JsonObject } from '../../terms/json.js';
import { safeFileName } from '../file-name.js';
import { mediaTypeOf } from '../media-type.js';
import type { ClientActivity } from './activity.js';
import { parseActivity } from './activity.js';
import { placeFiles } from './files.js';
import type { Uploaded, UploadedPart, UploadLimits } from './multipart.js';
import { readUpload } from './multipart.js';
import { Refused } from './refusal.js';

export interface MessageWithFiles {
  readonly message: Extract<ClientActivity, { kind: 'message' }>;
  readonly files: readonly ReceivedFile[];
}

/** What a client uploaded, as one message; throws what is wrong with it (directline.md §5.2, 8). */
export async function readMessage(req: Request, limits: UploadLimits): Promise<MessageWithFiles> {
  const uploaded = await readUpload(req, limits);
  if (uploaded.files.length === 0) throw badArgument('an upload without a file');
  const files = uploaded.files.map(accepted);
  const parsed = parseActivity(activityOf(uploaded), { hasFiles: true });
  if (parsed.kind === 'rejected') throw badArgument(parsed.why);
  if (parsed.kind !== 'message') throw badArgument('files come with a message');
  const given = parsed.activity['attachments'];
  const names = uploaded.files.map(({ name }) => name);
  const placed = placeFiles(Array.isArray(given) ? given : [], files, names);
  if (!placed) throw badArgument('an attachment without its file');
  const activity = { ...parsed.activity, attachments: placed.attachments };
  return { message: { ...parsed, activity }, files: placed.files };
}

const badArgument = (why: string) => new Refused(400, 'BadArgument', why);

function accepted({ name, content }: UploadedPart): ReceivedFile {
  const mediaType = mediaTypeOf(content);
  if (!mediaType) {
    throw new Refused(415, 'UnsupportedMediaType', 'pictures and PDF files are kept, nothing else');
  }
  return receivedFile(safeFileName(name, mediaType), mediaType, content);
}

/** Without an activity part the files are a message by themselves. */
function activityOf({ activity }: Uploaded): unknown {
  if (activity === null) return { type: 'message' } satisfies JsonObject;
  try {
    return JSON.parse(activity);
  } catch {
    throw badArgument('the activity is no JSON');
  }
}
