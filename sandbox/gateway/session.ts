import type { WebSocket } from 'ws';

interface Sent {
  readonly s: number;
  readonly frame: string;
}

/** Events kept for a resume. */
const REPLAY_LENGTH = 2_000;

/** One identified session: outlives its connection, so that it can be resumed. */
export class Session {
  readonly id = crypto.randomUUID().replaceAll('-', '');
  readonly intents: number;
  socket: WebSocket | null;
  /** When the connection was lost; a session is forgotten some minutes later. */
  lostAt: number | null = null;
  #sequence = 0;
  #sent: Sent[] = [];

  constructor(intents: number, socket: WebSocket) {
    this.intents = intents;
    this.socket = socket;
  }

  dispatch(t: string, d: object): void {
    this.#sequence += 1;
    const frame = JSON.stringify({ op: 0, t, s: this.#sequence, d });
    this.#sent.push({ s: this.#sequence, frame });
    if (this.#sent.length > REPLAY_LENGTH) this.#sent.shift();
    this.socket?.send(frame);
  }

  /** False where this sequence number was never sent, or where what came after it is no longer known. */
  canReplayAfter(seq: number): boolean {
    const first = this.#sent[0]?.s ?? this.#sequence + 1;
    return seq <= this.#sequence && seq >= first - 1;
  }

  replayAfter(seq: number): void {
    for (const { s, frame } of this.#sent) if (s > seq) this.socket?.send(frame);
  }
}
