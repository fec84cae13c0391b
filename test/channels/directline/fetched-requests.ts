/**
 * XMLHttpRequest on top of `fetch`, as far as the real client uses it. The usual stand-in can read no
 * `blob:` address and send no form, so uploads cannot leave it (stack.md §2.3, 14).
 */
export class FetchedRequest {
  readyState = 0;
  status = 0;
  response: unknown = null;
  responseText = '';
  responseType = '';
  timeout = 0;
  withCredentials = false;
  onreadystatechange: (() => void) | null = null;
  ontimeout: (() => void) | null = null;
  readonly upload = {};
  readonly #headers: Record<string, string> = {};
  readonly #abort = new AbortController();
  #method = 'GET';
  #url = '';

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
    this.readyState = 1;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  send(body?: BodyInit): void {
    void this.#run(body).catch(() => this.#done(0));
  }

  abort(): void {
    this.#abort.abort();
  }

  async #run(body?: BodyInit): Promise<void> {
    const answer = await fetch(this.#url, {
      method: this.#method,
      headers: this.#headers,
      signal: this.#abort.signal,
      ...(body === undefined ? {} : { body }),
    });
    if (this.responseType === 'arraybuffer') this.response = await answer.arrayBuffer();
    else {
      this.responseText = await answer.text();
      this.response =
        this.responseType === 'json' ? JSON.parse(this.responseText || 'null') : this.responseText;
    }
    this.#done(answer.status);
  }

  #done(status: number): void {
    if (this.#abort.signal.aborted) return;
    this.status = status;
    this.readyState = 4;
    this.onreadystatechange?.();
  }
}
