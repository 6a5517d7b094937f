import type {
  ActionDefinition,
  CommandDefinition,
  Contract,
  ErrorsOf,
  OutputOf,
  ParsedInputOf,
  QueryDefinition,
} from '@shared/contract/define';
import type { ErrorParams } from '@shared/contract/errors';
import type { Topic } from '@shared/contract/topics';
import type { ReadableDb, WritableDb } from '../db/sql';
import type { Devices } from './devices';
import type { Log } from './log';
import type { Session, StaffSession } from './session';
import type { ShopHandle } from './shop-handle';

interface CommonContext<E extends string> {
  /** Who asks. Only `anyone` operations run without; there it is a nobody with an empty id. */
  readonly staff: StaffSession;
  readonly shop: ShopHandle;
  /** Epoch milliseconds; one value for the whole operation. */
  readonly now: number;
  /** Today's civil date in the shop's time zone. */
  readonly today: string;
  /** Stops with a code from this operation's contract; a transaction rolls back. */
  fail(code: E, params?: ErrorParams): never;
}

export interface QueryContext<E extends string = string> extends CommonContext<E> {
  readonly db: ReadableDb;
}

export interface CommandContext<E extends string = string> extends CommonContext<E> {
  readonly db: WritableDb;
  readonly session: Session;
  newId(): string;
  /** The next number of a kind for people to read; but for members' each kind puts its own letter before it. */
  nextNumber(kind: string): string;
  /** What this command is about, for the audit log; `fields` are names, never values. */
  about(entityKind: string, entityId: string, fields?: readonly string[]): void;
}

export interface ActionContext<E extends string = string> extends Omit<CommonContext<E>, 'shop'> {
  /** Null only for operations declared `withoutShop`. */
  readonly shop: ShopHandle | null;
  /** Read-only; absent shop → throws NO_SHOP. */
  readonly db: ReadableDb;
  readonly session: Session;
  readonly devices: Devices;
  readonly log: Log;
  /** Where this user's shops live: the open one, the sample, what a restore set aside. */
  readonly home: string;
  /** Aborted when the person cancels or the app quits. */
  readonly signal: AbortSignal;
  readonly requestId: string;
  newId(): string;
  progress(step: string, done: number, total: number | null): void;
  /** One short write transaction with its own audit row; everything an action saves goes through here. */
  transact<T>(work: (context: CommandContext<E>) => T): T;
  /** See CommandContext.about: what the action's own audit rows say. */
  about(entityKind: string, entityId: string, fields?: readonly string[]): void;
  /** Tells the screens before the action ends. */
  touch(...topics: Topic[]): void;
  /** Opens another shop, or closes the open one (restore, set-up). */
  switchShop(shop: ShopHandle | null): void;
}

type Awaitable<T> = T | Promise<T>;

/** One handler per query of a contract; a missing one is a type error. */
export type QueryHandlers<C extends Contract> = {
  [K in keyof C as C[K] extends QueryDefinition ? K : never]: (
    context: QueryContext<ErrorsOf<C[K]>>,
    input: ParsedInputOf<C[K]>,
  ) => OutputOf<C[K]>;
};

/** One handler per command of a contract: synchronous, or it does not compile. */
export type CommandHandlers<C extends Contract> = {
  [K in keyof C as C[K] extends CommandDefinition ? K : never]: (
    context: CommandContext<ErrorsOf<C[K]>>,
    input: ParsedInputOf<C[K]>,
  ) => OutputOf<C[K]>;
};

/** One handler per action of a contract. */
export type ActionHandlers<C extends Contract> = {
  [K in keyof C as C[K] extends ActionDefinition ? K : never]: (
    context: ActionContext<ErrorsOf<C[K]>>,
    input: ParsedInputOf<C[K]>,
  ) => Awaitable<OutputOf<C[K]>>;
};

/** A feature as the dispatcher sees it: types were checked where the handlers were written. */
export interface Feature {
  readonly contract: Contract;
  readonly handlers: Readonly<Record<string, (context: never, input: never) => unknown>>;
}

/** Puts a feature's rooms together; every operation of the contract has its handler or this does not compile. */
export function defineFeature<C extends Contract>(
  contract: C,
  handlers: QueryHandlers<C> & CommandHandlers<C> & ActionHandlers<C>,
): Feature {
  return { contract, handlers: handlers as Feature['handlers'] };
}
