/** Stands in for the speech SDK (vite.web.config.mjs): this page neither listens nor speaks. */
export function createAdapters(): never {
  throw new Error('speech is not offered on this page');
}
