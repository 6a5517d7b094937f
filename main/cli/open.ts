import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Input, OperationName, Output as OutputOf } from '@shared/contract';
import { decodeRecoveryKey } from '@shared/domain/recovery-key';
import { features } from '../features';
import { openUpdated } from '../features/setup/open-updated';
import { systemClock } from '../kernel/clock';
import { Dispatcher } from '../kernel/dispatch';
import { Failure } from '../kernel/errors';
import { newId } from '../kernel/ids';
import { readKeyFile, unwrapKey } from '../kernel/key-file';
import { silentLog } from '../kernel/log';
import { shopExists, shopFolder } from '../kernel/open-shop';
import { Session } from '../kernel/session';
import { cliDevices } from './cli-devices';
import { CliError, exitCodes, type Output } from './output';
import { secret } from './secrets';

/** A shop opened by the command line: the same dispatcher, permissions and audit log as the window's. */
export interface OpenedShop {
  call<N extends OperationName>(operation: N, input: Input<N>): Promise<OutputOf<N>>;
  close(): void;
}

/** Where the app keeps this user's shop, unless `--home` or VITRINE_HOME say otherwise. */
export function usualHome(): string {
  if (process.env.VITRINE_HOME) return process.env.VITRINE_HOME;
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'Vitrine');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Vitrine');
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Vitrine');
}

interface OpenOptions {
  readonly home: string;
  /** A shop's own folder, where it is not the user's usual one (a sample made by `sample`). */
  readonly folder?: string;
  readonly output: Output;
  /** The manager's name; VITRINE_STAFF otherwise, or the only manager there is. */
  readonly staff?: string;
}

/**
 * Opens the shop and signs in as a manager. The passphrase comes from VITRINE_PASSPHRASE, the PIN from VITRINE_PIN,
 * each asked at the terminal where missing. Fails with NO_SHOP, the opening's own code, STAFF_NOT_FOUND or PIN_WRONG.
 */
export async function openAsManager({ home, folder, output, staff }: OpenOptions): Promise<OpenedShop> {
  const dispatcher = newDispatcher(home, output);
  const shop = await openFolder(folder ?? shopFolder(home), output);
  dispatcher.switchShop(shop);
  const stop = () => dispatcher.cancelAll();
  process.on('SIGINT', stop);
  const call = caller(dispatcher);
  const pin = await signIn(call, staff ?? process.env.VITRINE_STAFF);
  return {
    // Operations that ask for the PIN again get the one that was just given.
    call: async (operation, input) => {
      const answer = await dispatcher.call({ operation, input, requestId: newId() });
      if (answer.ok) return answer.value as never;
      if (answer.code !== 'CONFIRMATION_NEEDED')
        throw new CliError(answer.code, { ...answer.params, ref: answer.ref });
      await call('session.confirm', { pin });
      return call(operation, input);
    },
    close: () => {
      process.off('SIGINT', stop);
      dispatcher.switchShop(null);
    },
  };
}

/** A home without an open shop, where only what needs none may be asked: restoring on a clean machine. */
export function openHome(home: string, output: Output): OpenedShop {
  const dispatcher = newDispatcher(home, output);
  const stop = () => dispatcher.cancelAll();
  process.on('SIGINT', stop);
  return {
    call: caller(dispatcher),
    close: () => {
      process.off('SIGINT', stop);
      dispatcher.switchShop(null);
    },
  };
}

function newDispatcher(home: string, output: Output): Dispatcher {
  return new Dispatcher({
    features,
    session: new Session(),
    clock: systemClock,
    log: silentLog,
    devices: cliDevices,
    home,
    broadcast: () => {},
    onProgress: ({ step, done, total }) => output.progress(step, done, total),
  });
}

async function openFolder(folder: string, output: Output) {
  if (!shopExists(folder)) throw new CliError('NO_SHOP_THERE', { folder }, exitCodes.notOpened);
  try {
    const onProgress = output.progress.bind(output);
    return await openUpdated(folder, await keyOf(folder), {
      signal: new AbortController().signal,
      onProgress,
    });
  } catch (error) {
    if (error instanceof Failure) throw new CliError(error.code, error.params, exitCodes.notOpened);
    throw error;
  }
}

/**
 * The database key: in the open for a sample, otherwise by the passphrase. A shop whose key this computer's key store keeps
 * may have none: no terminal reaches that, so the recovery key opens it.
 */
export async function keyOf(folder: string): Promise<string> {
  const file = readKeyFile(folder);
  if (file.sample) return unwrapKey(file, { kind: 'automatic', keyStore: null });
  if (file.passphrase) {
    const passphrase = await secret('VITRINE_PASSPHRASE', 'Passphrase of the shop');
    return unwrapKey(file, { kind: 'passphrase', passphrase });
  }
  const typed = decodeRecoveryKey(
    await secret('VITRINE_RECOVERY_KEY', 'Recovery key, from the printed sheet'),
  );
  if (!typed.ok) throw new Failure(typed.code, { group: typed.group ?? 0 });
  return unwrapKey(file, { kind: 'recovery', recoveryKeyHex: Buffer.from(typed.bytes).toString('hex') });
}

type Call = OpenedShop['call'];

function caller(dispatcher: Dispatcher): Call {
  return async (operation, input) => {
    const answer = await dispatcher.call({ operation, input, requestId: newId() });
    if (!answer.ok) throw new CliError(answer.code, { ...answer.params, ref: answer.ref });
    return answer.value as never;
  };
}

async function signIn(call: Call, name: string | undefined): Promise<string> {
  const managers = (await call('session.people', {})).filter(({ role }) => role === 'manager');
  const chosen = name
    ? managers.find((person) => person.name === name || person.chineseName === name || person.id === name)
    : managers.length === 1
      ? managers[0]
      : undefined;
  if (!chosen) {
    const names = managers.map((person) => person.name).join('; ');
    throw new CliError('MANAGER_NOT_NAMED', { variable: 'VITRINE_STAFF', names }, exitCodes.usage);
  }
  const pin = await secret('VITRINE_PIN', `PIN of ${chosen.name}`);
  await call('session.unlock', { staffId: chosen.id, pin });
  return pin;
}
