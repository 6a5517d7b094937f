import { randomBytes } from 'node:crypto';
import type { OperationDefinition } from '@shared/contract/define';
import { type CallMessage, type Envelope, kernelErrors, type Progress } from '@shared/contract/errors';
import { isAllowed } from '@shared/contract/permissions';
import type { Topic } from '@shared/contract/topics';
import { civilDateOf } from '@shared/domain/dates';
import { prepared, type WritableDb } from '../db/sql';
import { type AuditEntry, type AuditHead, appendAudit } from './audit';
import type { Clock } from './clock';
import type { Devices } from './devices';
import { Failure, fail } from './errors';
import type { ActionContext, CommandContext, Feature, QueryContext } from './handlers';
import { newId } from './ids';
import type { Log } from './log';
import type { Session, StaffSession } from './session';
import { type ShopHandle, takeNumber, writeHeadFile } from './shop-handle';

/** What the dispatcher is made of. */
export interface DispatcherOptions {
  readonly features: readonly Feature[];
  readonly session: Session;
  readonly clock: Clock;
  readonly log: Log;
  readonly devices: Devices;
  /** Where this user's shops live. */
  readonly home: string;
  /** Tells every screen what changed. */
  readonly broadcast: (topics: readonly Topic[]) => void;
  /** Sent to the page that started an action. */
  readonly onProgress?: (progress: Progress) => void;
  /** Checks what handlers return against the contract: on in tests and development. */
  readonly checkOutput?: boolean;
}

interface Running {
  readonly operation: string;
  readonly controller: AbortController;
}

const nobody: StaffSession = { staffId: '', name: '', role: 'advisor', language: 'en' };

type AnyHandler = (context: unknown, input: unknown) => unknown;

/**
 * The only way to any feature: session → permission → parse input → transaction → handler → audit → commit →
 * tell the screens. One instance per process.
 */
export class Dispatcher {
  readonly #options: DispatcherOptions;
  readonly #operations = new Map<string, { definition: OperationDefinition; handler: AnyHandler }>();
  readonly #running = new Map<string, Running>();
  #shop: ShopHandle | null = null;

  constructor(options: DispatcherOptions) {
    this.#options = options;
    this.add(options.features);
  }

  /** More features: at a start the first screen is answered before all of them have been read. */
  add(features: readonly Feature[]): void {
    for (const feature of features) {
      for (const [name, definition] of Object.entries(feature.contract)) {
        if (this.#operations.has(name)) throw new Error(`two features declare ${name}`);
        const handler = feature.handlers[name];
        if (!handler) throw new Error(`${name} has no handler`);
        this.#operations.set(name, { definition, handler: handler as AnyHandler });
      }
    }
  }

  /** Whether some feature answers to this name. */
  knows(operation: string): boolean {
    return this.#operations.has(operation);
  }

  get shop(): ShopHandle | null {
    return this.#shop;
  }

  /** Opens a shop (or none); closes the one that was open, and locks the session. */
  switchShop(shop: ShopHandle | null): void {
    const previous = this.#shop;
    if (previous === shop) return;
    this.#shop = shop;
    this.#options.session.lock();
    if (previous) {
      previous.reader.close();
      previous.writer.close();
    }
    this.#options.broadcast(['session', 'shop']);
  }

  /** Names and definitions of everything that may be asked; the role test walks it. */
  operations(): ReadonlyMap<string, OperationDefinition> {
    return new Map([...this.#operations].map(([name, { definition }]) => [name, definition]));
  }

  /** Answers one call. Never throws: every failure becomes an envelope with a code and a reference. */
  async call(message: CallMessage): Promise<Envelope> {
    const entry = this.#operations.get(message.operation);
    try {
      if (!entry) fail('UNKNOWN_OPERATION');
      const { definition, handler } = entry;
      const staff = this.#authorise(definition);
      const parsed = definition.input.safeParse(message.input);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        fail('INVALID_INPUT', { field: issue?.path.join('.') ?? '', problem: issue?.code ?? '' });
      }
      const value =
        definition.type === 'query'
          ? this.#query(handler, staff, parsed.data)
          : definition.type === 'command'
            ? this.#command(message, definition, handler, staff, parsed.data)
            : await this.#action(message, definition, handler, staff, parsed.data);
      if (this.#options.checkOutput) definition.output.parse(value);
      return { ok: true, value };
    } catch (error) {
      return this.#failure(message.operation, entry?.definition, error);
    }
  }

  /** Asks a running action to stop. */
  cancel(requestId: string): void {
    this.#running.get(requestId)?.controller.abort();
  }

  /** Asks every running action to stop: the app quits. Returns how many there were. */
  cancelAll(): number {
    for (const { controller } of this.#running.values()) controller.abort();
    return this.#running.size;
  }

  #authorise(definition: OperationDefinition): StaffSession {
    if (!this.#shop && !definition.withoutShop) fail('NO_SHOP');
    const { session, clock } = this.#options;
    if (definition.permission === 'anyone') return session.staff ?? nobody;
    const staff = session.staff;
    if (!staff) {
      // On a clean machine there is nobody who could unlock; such operations check for themselves.
      if (definition.withoutShop && !this.#shop) return nobody;
      fail('LOCKED');
    }
    if (!isAllowed(staff.role, definition.permission)) fail('NOT_ALLOWED');
    if (definition.confirm && !session.isConfirmed(clock.now())) fail('CONFIRMATION_NEEDED');
    return staff;
  }

  #common(staff: StaffSession) {
    const now = this.#options.clock.now();
    return { staff, now, today: civilDateOf(now, this.#shop?.timeZone), fail };
  }

  #query(handler: AnyHandler, staff: StaffSession, input: unknown): unknown {
    const shop = this.#shop;
    const context = { ...this.#common(staff), shop, db: shop?.reader };
    const value = handler(context as QueryContext, input);
    if (value instanceof Promise) throw new Error('a query must not return a promise');
    return value;
  }

  #command(
    message: CallMessage,
    definition: OperationDefinition & { type: 'command' },
    handler: AnyHandler,
    staff: StaffSession,
    input: unknown,
  ): unknown {
    const shop = this.#openShop();
    const known = this.#earlierResult(shop.writer, message);
    if (known) return known.output;
    const isTraced = !definition.isUntraced;
    const value = this.#transact(
      shop,
      staff,
      message,
      definition.audit,
      (context) => handler(context, input),
      { rememberResult: isTraced, isTraced },
    );
    this.#options.broadcast(definition.touches);
    return value;
  }

  #openShop(): ShopHandle {
    return this.#shop ?? fail('NO_SHOP');
  }

  #earlierResult(db: WritableDb, { requestId, operation }: CallMessage): { output: unknown } | null {
    const row = prepared(db, 'SELECT operation, output FROM request_results WHERE request_id = ?').get(
      requestId,
    ) as { operation: string; output: string } | undefined;
    if (!row) return null;
    if (row.operation !== operation) fail('INVALID_INPUT', { field: 'requestId', problem: 'reused' });
    return { output: JSON.parse(row.output) };
  }

  #transact<T>(
    shop: ShopHandle,
    staff: StaffSession,
    message: CallMessage,
    fields: readonly string[],
    work: (context: CommandContext) => T,
    { rememberResult, isTraced = true }: { rememberResult: boolean; isTraced?: boolean },
  ): T {
    const db = shop.writer;
    const subject = { kind: null as string | null, id: null as string | null, fields };
    const context: CommandContext = {
      ...this.#common(staff),
      shop,
      db,
      session: this.#options.session,
      newId,
      nextNumber: (kind) => takeNumber(db, shop.counter, kind),
      about: (kind, id, changed) => {
        subject.kind = kind;
        subject.id = id;
        if (changed) subject.fields = changed;
      },
    };
    db.exec('BEGIN IMMEDIATE');
    let head: AuditHead | null = null;
    let value: T;
    try {
      value = work(context);
      if (value instanceof Promise) throw new Error(`${message.operation} must not return a promise`);
      if (rememberResult) {
        prepared(
          db,
          'INSERT INTO request_results (request_id, operation, staff_id, at, output) VALUES (?, ?, ?, ?, ?)',
        ).run(
          message.requestId,
          message.operation,
          staff.staffId,
          context.now,
          JSON.stringify(value ?? null),
        );
      }
      if (isTraced)
        head = appendAudit(db, shop.counter, this.#entry(message, staff, 'done', context.now, subject));
      db.exec('COMMIT');
    } catch (error) {
      if (db.inTransaction) db.exec('ROLLBACK');
      throw error;
    }
    if (head) writeHeadFile(shop, head);
    return value;
  }

  #entry(
    message: CallMessage,
    staff: StaffSession,
    outcome: AuditEntry['outcome'],
    at: number,
    subject: { kind: string | null; id: string | null; fields: readonly string[] },
  ): AuditEntry {
    return {
      at,
      staffId: staff.staffId || null,
      operation: message.operation,
      outcome,
      entityKind: subject.kind,
      entityId: subject.id,
      fields: subject.fields,
      requestId: message.requestId,
    };
  }

  async #action(
    message: CallMessage,
    definition: OperationDefinition & { type: 'action' },
    handler: AnyHandler,
    staff: StaffSession,
    input: unknown,
  ): Promise<unknown> {
    const { requestId } = message;
    if (this.#running.has(requestId)) fail('INVALID_INPUT', { field: 'requestId', problem: 'running' });
    const controller = new AbortController();
    this.#running.set(requestId, { operation: message.operation, controller });
    const subject = { kind: null as string | null, id: null as string | null, fields: definition.audit };
    const record = (outcome: AuditEntry['outcome']) => {
      // An action that asks nothing to be remembered (`audit: []`), such as the lock screen's, leaves no trace.
      if (definition.audit.length > 0) this.#auditAlone(message, staff, outcome, subject);
    };
    try {
      record('started');
      const value = await handler(
        this.#actionContext(message, definition, staff, controller.signal, subject),
        input,
      );
      record('done');
      return value;
    } catch (error) {
      record(controller.signal.aborted ? 'cancelled' : 'failed');
      if (controller.signal.aborted && !(error instanceof Failure)) fail('CANCELLED');
      throw error;
    } finally {
      this.#running.delete(requestId);
      this.#options.broadcast(definition.touches);
    }
  }

  #actionContext(
    message: CallMessage,
    definition: OperationDefinition & { type: 'action' },
    staff: StaffSession,
    signal: AbortSignal,
    subject: { kind: string | null; id: string | null; fields: readonly string[] },
  ): ActionContext {
    const { session, log, devices, home, broadcast, onProgress } = this.#options;
    const openShop = () => this.#openShop();
    return {
      ...this.#common(staff),
      shop: this.#shop,
      get db() {
        return openShop().reader;
      },
      session,
      devices,
      log,
      home,
      signal,
      requestId: message.requestId,
      newId,
      progress: (step, done, total) => onProgress?.({ requestId: message.requestId, step, done, total }),
      transact: (work) =>
        this.#transact(openShop(), staff, message, definition.audit, work, { rememberResult: false }),
      about: (kind, id, changed) => {
        subject.kind = kind;
        subject.id = id;
        if (changed) subject.fields = changed;
      },
      touch: (...topics) => broadcast(topics),
      switchShop: (shop) => this.switchShop(shop),
    };
  }

  /** An audit row in a transaction of its own, where a shop is open to hold it. */
  #auditAlone(
    message: CallMessage,
    staff: StaffSession,
    outcome: AuditEntry['outcome'],
    subject: { kind: string | null; id: string | null; fields: readonly string[] },
  ): void {
    const shop = this.#shop;
    if (!shop) return;
    const append = shop.writer.transaction(() =>
      appendAudit(
        shop.writer,
        shop.counter,
        this.#entry(message, staff, outcome, this.#options.clock.now(), subject),
      ),
    );
    writeHeadFile(shop, append.immediate());
  }

  #failure(operation: string, definition: OperationDefinition | undefined, error: unknown): Envelope {
    const ref = randomBytes(4).toString('hex');
    const failure = asFailure(error);
    if (failure && (kernelCodes.has(failure.code) || definition?.errors.includes(failure.code))) {
      this.#options.log.info('refused', { operation, code: failure.code, ref });
      return { ok: false, code: failure.code, params: failure.params, ref };
    }
    this.#options.log.error('operation failed', error, { operation, ref });
    return { ok: false, code: 'UNEXPECTED', params: {}, ref };
  }
}

const kernelCodes = new Set<string>(kernelErrors);

function asFailure(error: unknown): Failure | null {
  if (error instanceof Failure) return error;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_BUSY_SNAPSHOT') return new Failure('BUSY');
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return new Failure('DISK_FULL');
  return null;
}
