import type { z } from 'zod';
import type { Permission } from './permissions';
import type { Topic } from './topics';

/** What every operation says about itself; the dispatcher in main enforces it. */
interface OperationBase<I extends z.ZodType, O extends z.ZodType, E extends string> {
  /** Who may ask. `anyone` needs no unlocked session (the lock screen, set-up). */
  readonly permission: Permission | 'anyone';
  readonly input: I;
  readonly output: O;
  /** Codes the handler may fail with, beside the kernel's own (see `errors.ts`). */
  readonly errors: readonly E[];
  /** True where the operation must work while no shop is open (set-up, restore on a clean machine). */
  readonly withoutShop?: boolean;
  /** True where the PIN is asked again (export, restore, role changes). */
  readonly confirm?: boolean;
}

/** Reads on a connection that cannot write. */
export interface QueryDefinition<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends string = string,
> extends OperationBase<I, O, E> {
  readonly type: 'query';
}

/** Writes synchronously, in one transaction, with its audit row. */
export interface CommandDefinition<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends string = string,
> extends OperationBase<I, O, E> {
  readonly type: 'command';
  /** Names of the fields whose change the audit log records (names, never values). */
  readonly audit: readonly string[];
  /** True only for what is no record of the shop yet: a half-typed draft, saved every second, is not in the log. */
  readonly isUntraced?: boolean;
  /** What screens must ask for again. */
  readonly touches: readonly Topic[];
}

/** Devices and long work: asynchronous, audited before and after, with progress and cancel. */
export interface ActionDefinition<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  E extends string = string,
> extends OperationBase<I, O, E> {
  readonly type: 'action';
  readonly audit: readonly string[];
  readonly touches: readonly Topic[];
}

export type OperationDefinition = QueryDefinition | CommandDefinition | ActionDefinition;

/** A feature's contract: operation name (`feature.verb`) → definition. */
export type Contract = Record<string, OperationDefinition>;

/** Declares a query. */
export function query<I extends z.ZodType, O extends z.ZodType, const E extends string = never>(
  definition: Omit<QueryDefinition<I, O, E>, 'type'>,
): QueryDefinition<I, O, E> {
  return { ...definition, type: 'query' };
}

/** Declares a command. */
export function command<I extends z.ZodType, O extends z.ZodType, const E extends string = never>(
  definition: Omit<CommandDefinition<I, O, E>, 'type'>,
): CommandDefinition<I, O, E> {
  return { ...definition, type: 'command' };
}

/** Declares an action. */
export function action<I extends z.ZodType, O extends z.ZodType, const E extends string = never>(
  definition: Omit<ActionDefinition<I, O, E>, 'type'>,
): ActionDefinition<I, O, E> {
  return { ...definition, type: 'action' };
}

/** What the caller writes. */
export type InputOf<D extends OperationDefinition> = z.input<D['input']>;
/** What the handler receives after validation. */
export type ParsedInputOf<D extends OperationDefinition> = z.output<D['input']>;
/** What the caller gets back. */
export type OutputOf<D extends OperationDefinition> = z.output<D['output']>;
/** The codes the operation declares. */
export type ErrorsOf<D extends OperationDefinition> = D['errors'][number];
