import type { Response, Router } from 'express';
import express from 'express';
import { Problem } from '../../access/problem.js';
import type { PictureUrl } from './picture.js';
import type { Seal } from './seal.js';

export interface PictureDeps {
  readonly seal: Seal;
  /** Who made it, for the label in the file itself. */
  readonly institution: string;
}

const PATH = '/pictures';

/** Addresses of pictures under `base`: `https://…`, no path. */
export const picturesAt =
  ({ close }: Seal, base: string): PictureUrl =>
  (picture) =>
    `${base.replace(/\/$/, '')}${PATH}/${close(picture)}.svg`;

/** Drawn a moment ago: a conversation that is read again asks for the same ones. */
const KEPT = 100;

/** `GET /pictures/<sealed figures>.svg`: whoever holds the address may see it, and can make no other. */
export function pictureRoutes({ seal, institution }: PictureDeps): Router {
  const drawn = new Map<string, string>();
  const drawing = async (word: string): Promise<string> => {
    const kept = drawn.get(word);
    if (kept !== undefined) return kept;
    const picture = seal.open(word);
    if (!picture) throw new Problem(404, '没有这张图');
    // Loading the charts takes a good part of a second, and a start does not wait for it.
    const { draw } = await import('./draw.js');
    const svg = draw(picture, { producer: institution, id: word.slice(0, 16) });
    if (drawn.size >= KEPT) drawn.clear();
    drawn.set(word, svg);
    return svg;
  };
  const routes = express.Router();
  routes.get(`${PATH}/:word.svg`, (req, res, next) => {
    drawing(req.params.word)
      .then((svg) => send(res, svg))
      .catch(next);
  });
  return routes;
}

/** The figures are in the address, so what stands there never changes; other houses' chats may show it. */
function send(res: Response, svg: string): void {
  res
    .set({
      'Cache-Control': 'private, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    .type('image/svg+xml')
    .send(svg);
}
