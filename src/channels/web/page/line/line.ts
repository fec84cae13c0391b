import { ConnectionStatus } from 'botframework-directlinejs';
import type { Activity } from 'botframework-directlinejs';
import { Client } from './client.js';
import { Deliveries } from './delivery.js';
import { fetchKept, keptAt } from '../files/kept-file.js';
import { isReachable } from './reachable.js';
import { Stream } from './stream.js';
import type { Observer, Subscription } from './stream.js';
import { requestSession } from '../session/session.js';
import type { Session } from '../session/session.js';

export interface LineDeps {
  readonly session: Session;
  /** True: the conversation existed before this page; its whole history is asked for. */
  readonly resumed: boolean;
  readonly onOutage: (isOut: boolean) => void;
  readonly onTooFast: () => void;
  /** The server no longer lets this browser go on with this conversation. */
  readonly onLost: () => void;
}

const LONGEST_WAIT_MS = 15_000;
const MOST_REFUSALS = 6;

/**
 * The customer's line to us (线路): to Web Chat one connection that never breaks, inside a row of Direct
 * Line clients. When a socket is lost or a token has expired the next client goes on from the last
 * watermark; the transcript, the half-written message and what waits to be sent stay where they are.
 */
export class Line {
  token: string;
  readonly activity$: Stream<Activity>;
  readonly connectionStatus$: Stream<ConnectionStatus>;
  readonly deliveries: Deliveries;
  readonly #deps: LineDeps;
  readonly #seen = new Set<string>();
  #client: Client;
  #isListening = false;
  #status: ConnectionStatus = ConnectionStatus.Uninitialized;
  #resumable: boolean;
  #failures = 0;
  #recovery = 0;
  #isEnded = false;

  constructor(deps: LineDeps) {
    this.#deps = deps;
    this.token = deps.session.token;
    this.#resumable = deps.resumed;
    this.#client = this.#newClient(deps.resumed ? '0' : null);
    this.deliveries = new Deliveries({
      line: () => this.#client.line,
      onTooFast: deps.onTooFast,
    });
    // Web Chat connects by subscribing to the activities; only then does the first client start.
    this.activity$ = new Stream(() => this.#listen());
    this.connectionStatus$ = new Stream((observer) => observer.next?.(this.#status));
    window.addEventListener('online', this.reconnectNow);
    window.addEventListener('offline', this.#lost);
  }

  postActivity(activity: Activity): { subscribe: (o: Observer<string>) => Subscription } {
    return this.deliveries.post(activity);
  }

  /** A file of this conversation, with the latest token. */
  readonly fetchFile = async (url: string): Promise<Blob> => {
    const path = keptAt(url);
    if (path === null) throw new Error('the file is not ours');
    return fetchKept(path, this.#client.token());
  };

  readonly reconnectNow = (): void => void this.#recover();

  end(): void {
    this.#isEnded = true;
    window.clearTimeout(this.#recovery);
    window.removeEventListener('online', this.reconnectNow);
    window.removeEventListener('offline', this.#lost);
    this.#client.hangUp();
  }

  #newClient(watermark: string | null): Client {
    return new Client({
      token: this.token,
      conversationId: this.#deps.session.conversationId,
      watermark,
      onOnline: () => this.#online(),
      onRefused: () => this.#wait(() => this.#renew(), this.#failures === 0),
      onSocketOpen: () => this.#restored(),
      onSocketLost: this.#lost,
      onActivity: (activity) => this.#pass(activity),
    });
  }

  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    this.#client.listen();
  }

  #pass(activity: Activity): void {
    const { id, type } = activity;
    if (id !== undefined && type !== 'typing') {
      if (this.#seen.has(id)) return;
      this.#seen.add(id);
    }
    this.activity$.next(activity);
  }

  #online(): void {
    this.#resumable = true;
    if (this.#status === ConnectionStatus.Online) return;
    // From here on Web Chat is told nothing else: outages are the page's to show and to mend.
    this.#status = ConnectionStatus.Online;
    this.connectionStatus$.next(this.#status);
  }

  #restored(): void {
    window.clearTimeout(this.#recovery);
    this.#failures = 0;
    this.#deps.onOutage(false);
    this.deliveries.tryAgain();
  }

  readonly #lost = (): void => {
    this.#deps.onOutage(true);
    this.#wait(() => this.#recover(), false);
  };

  /** One attempt at a time, each later than the last; `atOnce` for a tab that slept past its token. */
  #wait(attempt: () => Promise<void>, atOnce: boolean): void {
    window.clearTimeout(this.#recovery);
    this.#failures += 1;
    const jitter = 0.8 + Math.random() * 0.4;
    const delay = atOnce ? 0 : Math.min(LONGEST_WAIT_MS, 350 * 2 ** this.#failures) * jitter;
    this.#recovery = window.setTimeout(() => void attempt(), delay);
  }

  async #recover(): Promise<void> {
    window.clearTimeout(this.#recovery);
    const isUp = await isReachable();
    if (this.#isEnded) return;
    if (!isUp) return this.#wait(() => this.#recover(), false);
    this.token = this.#client.token();
    this.#replace();
  }

  async #renew(): Promise<void> {
    this.#deps.onOutage(true);
    const { conversationId } = this.#deps.session;
    const answer = await requestSession({ resume: { conversationId } });
    if (this.#isEnded) return;
    if (answer.outcome !== 'granted') return this.#wait(() => this.#renew(), false);
    const isOurs = answer.session.conversationId === conversationId;
    if (!isOurs || this.#failures > MOST_REFUSALS) return this.#deps.onLost();
    this.token = answer.session.token;
    // A resumed conversation that never opened may never have been started: try that in turn.
    if (this.#status !== ConnectionStatus.Online) this.#resumable = !this.#resumable;
    this.#replace();
  }

  #replace(): void {
    const heard = this.#resumable ? this.#client.heard() : null;
    this.#client.hangUp();
    this.#client = this.#newClient(heard);
    if (this.#isListening) this.#client.listen();
  }
}
