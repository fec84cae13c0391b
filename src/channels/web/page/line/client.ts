import { ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import type { Activity } from 'botframework-directlinejs';
import type { Subscription } from './stream.js';
import { watchedSocket } from './watched-socket.js';

interface ClientDeps {
  readonly token: string;
  readonly conversationId: string;
  /** Go on after this mark; '0' replays everything; null starts the conversation. */
  readonly watermark: string | null;
  readonly onOnline: () => void;
  /** The token has expired or the conversation is refused. */
  readonly onRefused: () => void;
  readonly onSocketOpen: () => void;
  readonly onSocketLost: () => void;
  readonly onActivity: (activity: Activity) => void;
}

/** What the Direct Line client knows and does not publish. */
interface Inside {
  readonly token: string;
  readonly watermark: string;
}

/** One Direct Line client from its first call to its end; `Line` replaces it when it fails. */
export class Client {
  readonly line: DirectLine;
  readonly #deps: ClientDeps;
  #subscriptions: Subscription[] = [];
  #isOver = false;

  constructor(deps: ClientDeps) {
    const { token, conversationId, watermark } = deps;
    this.#deps = deps;
    this.line = new DirectLine({
      domain: `${location.origin}/v3/directline`,
      token,
      ...(watermark === null ? {} : { conversationId, watermark }),
      WebSocket: watchedSocket(
        this.#unlessOver(deps.onSocketOpen),
        this.#unlessOver(deps.onSocketLost),
      ),
    });
  }

  /** The client calls the server when its activities are subscribed to, not before. */
  listen(): void {
    const status = this.line.connectionStatus$.subscribe((now) => {
      if (this.#isOver) return;
      if (now === ConnectionStatus.Online) this.#deps.onOnline();
      if (now === ConnectionStatus.ExpiredToken || now === ConnectionStatus.FailedToConnect)
        this.#deps.onRefused();
    });
    const activities = this.line.activity$.subscribe({
      next: (activity) => {
        if (!this.#isOver) this.#deps.onActivity(activity);
      },
      error: () => undefined, // the status has said it already
    });
    this.#subscriptions = [status, activities];
  }

  /** The latest token; the client refreshes it by itself every 15 minutes. */
  token(): string {
    return (this.line as unknown as Inside).token;
  }

  /** How far it has heard. */
  heard(): string {
    return (this.line as unknown as Inside).watermark || '0';
  }

  hangUp(): void {
    this.#isOver = true;
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.line.end();
  }

  #unlessOver(act: () => void): () => void {
    return () => {
      if (!this.#isOver) act();
    };
  }
}
