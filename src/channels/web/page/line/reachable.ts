const TIMEOUT_MS = 5_000;

/** Asks whether the server answers at all, so that no Direct Line call is spent on a dead network. */
export async function isReachable(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch('/healthz', { cache: 'no-store', signal });
    return response.status < 500;
  } catch {
    return false;
  }
}
