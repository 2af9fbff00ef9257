/** The gateway (docs: events/gateway): hello, identify, ready, heartbeats, resume, and the ways it ends. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes as C,
  GatewayDispatchEvents as E,
  GatewayOpcodes as Op,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import { APPLICATION_FLAGS } from '../rest/routes/identity.ts';
import { isObject } from '../validate/form.ts';
import type { WorldEvent } from '../world/types.ts';
import { memberWire, userWire } from '../world/wire.ts';
import type { World } from '../world/world.ts';
import { disallowedIntents, seenWith, validIntents } from './intents.ts';
import { Session } from './session.ts';

/** A lost session can be resumed for this long. */
const RESUMABLE_MS = 180_000;
/** 120 messages a minute a connection (4008). */
const SENDS_PER_MINUTE = 120;
const MAX_PAYLOAD = 4_096;

/** How a connection is ended: close code and reason. */
type Ending = readonly [code: C, reason: string];

/** One open connection; it has a session once it has identified or resumed. */
interface Connection {
  readonly socket: WebSocket;
  session: Session | null;
  sends: number;
  minuteEndsAt: number;
  callOffTimeout: () => void;
}

export class Gateway {
  readonly #world: World;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<Connection>();
  readonly #sessions = new Map<string, Session>();
  readonly #heartbeatMs: number;
  readonly #stopListening: () => void;
  #url = '';
  /** Heartbeats still to be left unanswered. */
  #deafFor = 0;

  constructor(world: World, heartbeatMs: number) {
    this.#world = world;
    this.#heartbeatMs = heartbeatMs;
    this.#stopListening = world.listen((event) => this.#tell(event));
  }

  set url(url: string) {
    this.#url = url;
  }
  get url(): string {
    return this.#url;
  }

  /** Whether a bot is connected and ready to be told things. */
  get connected(): boolean {
    return [...this.#sessions.values()].some((session) => session.socket !== null);
  }

  /** Takes a connection to `/gateway`; not from a page in a browser, which always says where it comes from. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== '/gateway' || request.headers.origin !== undefined) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (ws) => this.#greet(ws, request));
  }

  /** Cuts every connection without a word, as a broken network does. */
  drop(): void {
    for (const { socket } of this.#connections) socket.terminate();
  }

  /** Closes every connection with a code, as Discord does when it deploys or disagrees. */
  closeAll(code: number, reason = ''): void {
    for (const { socket } of this.#connections) socket.close(code, reason);
  }

  /** Op 7: asks the bot to reconnect and resume. */
  askReconnect(): void {
    this.#toAll({ op: Op.Reconnect, d: null });
  }

  /** Op 9: the session is broken off; the bot may resume it on the same connection, or must identify anew. */
  invalidate(resumable: boolean): void {
    for (const connection of this.#connections) this.#part(connection);
    if (!resumable) this.#sessions.clear();
    this.#toAll({ op: Op.InvalidSession, d: resumable });
  }

  /** Leaves the next heartbeats without acknowledgement. */
  ignoreHeartbeats(times = 1): void {
    this.#deafFor += times;
  }

  close(): void {
    this.#stopListening();
    this.drop();
    this.#server.close();
  }

  #toAll(payload: object): void {
    for (const { socket } of this.#connections) socket.send(JSON.stringify(payload));
  }

  #tell(event: WorldEvent): void {
    for (const session of this.#sessions.values()) {
      const d = seenWith(this.#world, event, session.intents);
      if (d !== undefined) session.dispatch(event.t, d);
    }
  }

  #greet(socket: WebSocket, request: IncomingMessage): void {
    const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
    const now = this.#world.clock.now();
    const connection: Connection = {
      socket,
      session: null,
      sends: 0,
      minuteEndsAt: now + 60_000,
      callOffTimeout: () => undefined,
    };
    this.#connections.add(connection);
    socket.on('error', () => socket.terminate());
    socket.on('close', () => this.#lost(connection));
    socket.on('message', (data) => {
      const ending = this.#heard(connection, String(data));
      if (ending !== undefined) socket.close(...ending);
    });
    if (query.get('v') !== '10') socket.close(C.InvalidAPIVersion, 'Invalid API version');
    else if (query.get('encoding') !== 'json' || query.has('compress')) {
      socket.close(C.DecodeError, 'Only uncompressed JSON is spoken here.');
    } else {
      this.#expectHeartbeat(connection);
      const d = { heartbeat_interval: this.#heartbeatMs, _trace: [] };
      socket.send(JSON.stringify({ op: Op.Hello, s: null, t: null, d }));
    }
  }

  /** A client that falls silent for more than two intervals is disconnected (4009). */
  #expectHeartbeat(connection: Connection): void {
    connection.callOffTimeout();
    connection.callOffTimeout = this.#world.clock.after(this.#heartbeatMs * 2.5, () =>
      connection.socket.close(C.SessionTimedOut, 'Session timed out'),
    );
  }

  #lost(connection: Connection): void {
    connection.callOffTimeout();
    this.#connections.delete(connection);
    this.#part(connection);
  }

  /** Takes the session off its connection; it can be resumed on another, or on the same. */
  #part(connection: Connection): void {
    const { session, socket } = connection;
    connection.session = null;
    if (session?.socket !== socket) return;
    session.socket = null;
    session.lostAt = this.#world.clock.now();
  }

  #heard(connection: Connection, frame: string): Ending | undefined {
    const now = this.#world.clock.now();
    if (now >= connection.minuteEndsAt) {
      connection.sends = 0;
      connection.minuteEndsAt = now + 60_000;
    }
    connection.sends += 1;
    if (connection.sends > SENDS_PER_MINUTE) return [C.RateLimited, 'You are being rate limited.'];
    const payload = frame.length > MAX_PAYLOAD ? undefined : parse(frame);
    if (!isObject(payload)) return [C.DecodeError, 'Error while decoding payload.'];
    const d = isObject(payload.d) ? payload.d : {};
    switch (payload.op) {
      case Op.Heartbeat:
        return this.#heartbeat(connection);
      case Op.Identify:
        return this.#identify(connection, d);
      case Op.Resume:
        return this.#resume(connection, d);
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
        return connection.session === null ? [C.NotAuthenticated, 'Not authenticated.'] : undefined;
      case Op.RequestGuildMembers:
        return this.#members(connection, d);
      default:
        return [C.UnknownOpcode, 'Unknown opcode.'];
    }
  }

  #heartbeat(connection: Connection): undefined {
    this.#expectHeartbeat(connection);
    if (this.#deafFor > 0) this.#deafFor -= 1;
    else connection.socket.send(JSON.stringify({ op: Op.HeartbeatAck }));
  }

  /** What stands against this connection becoming a session. */
  #objection(connection: Connection, token: unknown): Ending | undefined {
    if (connection.session !== null) return [C.AlreadyAuthenticated, 'Already authenticated.'];
    const expected = this.#world.token;
    return expected === null || token !== expected
      ? [C.AuthenticationFailed, 'Authentication failed.']
      : undefined;
  }

  #identify(connection: Connection, d: Record<string, unknown>): Ending | undefined {
    const objection = this.#objection(connection, d.token);
    if (objection !== undefined) return objection;
    const shard = Array.isArray(d.shard) ? d.shard : [0, 1];
    if (shard[0] !== 0 || shard[1] !== 1) return [C.InvalidShard, 'Invalid shard.'];
    if (!validIntents(d.intents)) return [C.InvalidIntents, 'Invalid intent(s).'];
    if (disallowedIntents(d.intents)) return [C.DisallowedIntents, 'Disallowed intent(s).'];
    const session = new Session(d.intents, connection.socket);
    connection.session = session;
    this.#forgetOld();
    this.#sessions.set(session.id, session);
    this.#introduce(session, shard);
    return undefined;
  }

  /** READY, then every server the bot is in. */
  #introduce(session: Session, shard: readonly unknown[]): void {
    const world = this.#world;
    const guilds = [...world.guilds.values()].filter((guild) => guild.members.has(world.botId));
    session.dispatch(E.Ready, {
      v: 10,
      user: { ...userWire(world.bot), verified: true, mfa_enabled: true, email: null },
      guilds: guilds.map((guild) => ({ id: guild.id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: this.#url,
      shard,
      application: { id: world.botId, flags: APPLICATION_FLAGS },
      private_channels: [],
      relationships: [],
      _trace: [],
    });
    for (const guild of guilds) {
      const event = { t: E.GuildCreate, d: world.guildCreate(guild), guildId: guild.id, channelId: null };
      const d = seenWith(world, event, session.intents);
      if (d !== undefined) session.dispatch(event.t, d);
    }
  }

  #resume(connection: Connection, d: Record<string, unknown>): Ending | undefined {
    const objection = this.#objection(connection, d.token);
    if (objection !== undefined) return objection;
    this.#forgetOld();
    const { socket } = connection;
    const session = this.#sessions.get(String(d.session_id));
    const seq = Number(d.seq);
    if (session === undefined || !Number.isInteger(seq) || !session.canReplayAfter(seq)) {
      socket.send(JSON.stringify({ op: Op.InvalidSession, d: false }));
      return undefined;
    }
    session.socket?.terminate();
    session.socket = socket;
    session.lostAt = null;
    connection.session = session;
    session.replayAfter(seq);
    session.dispatch(E.Resumed, { _trace: [] });
    return undefined;
  }

  #members(connection: Connection, d: Record<string, unknown>): Ending | undefined {
    if (connection.session === null) return [C.NotAuthenticated, 'Not authenticated.'];
    const guild = this.#world.guilds.get(String(d.guild_id));
    if (guild === undefined) return undefined;
    const wanted = Array.isArray(d.user_ids) ? d.user_ids.map(String) : [String(d.user_ids ?? '')];
    const members = wanted.flatMap((id) => {
      const member = guild.members.get(id);
      return member === undefined ? [] : [{ ...memberWire(member), user: userWire(this.#world.user(id)) }];
    });
    connection.session.dispatch(E.GuildMembersChunk, {
      guild_id: guild.id,
      members,
      chunk_index: 0,
      chunk_count: 1,
      not_found: wanted.filter((id) => !guild.members.has(id)),
      ...(d.nonce !== undefined && { nonce: d.nonce }),
    });
    return undefined;
  }

  #forgetOld(): void {
    const now = this.#world.clock.now();
    for (const [id, session] of this.#sessions) {
      if (session.lostAt !== null && now - session.lostAt > RESUMABLE_MS) this.#sessions.delete(id);
    }
  }
}

const parse = (frame: string): unknown => {
  try {
    return JSON.parse(frame);
  } catch {
    return undefined;
  }
};
