import type { Request, Response } from 'express';
import { readFile } from '../../conversation/attachments.js';
import type { ReceivedFile } from '../../conversation/attachments.js';
import type { Store } from '../../store/store.js';
import type { Json, JsonObject } from '../../terms/json.js';
import type { GrantDeps } from './grants.js';
import { grantFor } from './grants.js';
import { Refused } from './refusal.js';

/** How a kept activity points to a file: within its conversation, whatever our address is by then. */
const PLACE = /^attachments\/[0-9a-f]{64}$/;

const placeOf = ({ id }: ReceivedFile): string => `attachments/${id}`;

export interface Placed {
  readonly attachments: readonly JsonObject[];
  /** In the order of the activity: parts come in any order, and a message sent again is the same. */
  readonly files: readonly ReceivedFile[];
}

/**
 * Attachments of an activity with the files in the places it holds for them by name; what has no
 * place stands behind. Null when a place stays empty. `names` are those the client gave.
 */
export function placeFiles(
  given: readonly Json[],
  files: readonly ReceivedFile[],
  names: readonly string[],
): Placed | null {
  const left = files.map((file, index) => ({ file, name: names[index] ?? '' }));
  const attachments: JsonObject[] = [];
  const ordered: ReceivedFile[] = [];
  for (const one of given) {
    const attachment = (typeof one === 'object' && one !== null ? one : {}) as JsonObject;
    if (!isPlace(attachment)) {
      attachments.push(attachment);
      continue;
    }
    const at = left.findIndex(({ name }) => name === attachment['name']);
    const [found] = at === -1 ? [] : left.splice(at, 1);
    if (!found) return null;
    attachments.push(filled(attachment, found.file));
    ordered.push(found.file);
  }
  const rest = left.map(({ file }) => file);
  return {
    attachments: [...attachments, ...rest.map((file) => filled({}, file))],
    files: [...ordered, ...rest],
  };
}

/** Cards bring their content, links their address; a place has neither. */
const isPlace = ({ content, contentUrl }: JsonObject): boolean =>
  content === undefined && contentUrl === undefined;

/** A thumbnail the client made is dropped: it need not show what the file shows. */
function filled({ thumbnailUrl: _dropped, ...rest }: JsonObject, file: ReceivedFile): JsonObject {
  return { ...rest, contentType: file.mediaType, name: file.name, contentUrl: placeOf(file) };
}

/** The same attachments with addresses a client can open. */
export function withAddresses(attachments: Json | undefined, base: string, conversation: string) {
  if (!Array.isArray(attachments)) return attachments;
  return attachments.map((one: Json) => {
    if (typeof one !== 'object' || one === null || !('contentUrl' in one)) return one;
    const place = one.contentUrl;
    if (typeof place !== 'string' || !PLACE.test(place)) return one;
    return {
      ...one,
      contentUrl: `${base}/v3/directline/conversations/${conversation}/${place}`,
    };
  });
}

/** `GET /conversations/{id}/attachments/{hash}`: to be saved, never to run here. */
export async function sendFile(
  deps: GrantDeps & { readonly store: Store },
  req: Request,
  res: Response,
): Promise<void> {
  const grant = await grantFor(deps, req);
  const file = await readFile(deps.store, grant.conversation, String(req.params['file']));
  if (!file) throw new Refused(404, 'NotFound', 'no such file');
  res
    .attachment(file.name)
    .set({
      'Content-Type': file.mediaType,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    })
    .send(Buffer.from(file.content));
}
