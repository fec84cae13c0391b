/**
 * A WebSocket class that tells when it opens and closes. The Direct Line client keeps calling itself
 * online while its socket is gone (0.15.8), so the page has to look at the socket.
 */
export function watchedSocket(onOpen: () => void, onLost: () => void): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', onOpen);
      this.addEventListener('close', onLost);
    }
  };
}
