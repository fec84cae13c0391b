const PLACE = /^\/v3\/directline\/conversations\/[\w-]+\/attachments\/[0-9a-f]{64}$/;

/** Where on our own server a file is kept; null for every address that is not one of ours. */
export function keptAt(url: string): string | null {
  try {
    const { pathname } = new URL(url);
    return PLACE.test(pathname) ? pathname : null;
  } catch {
    return null;
  }
}

/** A file opens with the token of its conversation only, so no `<img>` could fetch it by itself. */
export async function fetchKept(path: string, token: string): Promise<Blob> {
  const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`the file did not come: ${answer.status}`);
  return answer.blob();
}
