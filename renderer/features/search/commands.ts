import { isAllowed, type Permission, type Role } from '@shared/contract/permissions';
import { languages } from '@shared/domain/languages';
import { foldText } from '@shared/domain/names';
import { words } from '@shared/words';
import { type PlaceName, places } from '../../lib/places';

const place = <N extends PlaceName>(name: N) => ({ name, ...places[name] });

/** What can be done by typing its name: where it leads, and who may. */
export const commands = [
  { name: 'newCustomer', to: '/customers/new', permission: 'customers.write' },
  { name: 'newSale', ...places.sale },
  { name: 'newNeed', to: '/needs', permission: 'needs.write' },
  place('closeDay'),
  place('today'),
  place('customers'),
  { name: 'products', ...places.catalogue },
  place('needs'),
  { name: 'newJob', to: '/jobs/new', permission: 'jobs.write' },
  place('jobs'),
  place('handovers'),
  place('events'),
  place('programmes'),
  place('guidelines'),
  place('calendar'),
  place('promises'),
  place('conversations'),
  place('enquiries'),
  place('quotations'),
  place('complaints'),
  place('feedback'),
  place('vip'),
  place('prospects'),
  place('interests'),
  place('allocations'),
  place('gifts'),
  place('reviews'),
  place('campaigns'),
  place('segments'),
  place('review'),
  place('privacy'),
  place('moveIn'),
  place('backups'),
  place('settings'),
  place('staff'),
  { name: 'lock', to: null, permission: 'own.write' },
] as const satisfies ReadonlyArray<{ name: string; to: string | null; permission: Permission }>;

export type Command = (typeof commands)[number];

/** A command that was typed, and whether its whole name was. */
export interface TypedCommand {
  readonly command: Command;
  readonly isWhole: boolean;
}

const SHORTEST = 2;
/** Two letters begin many names; what is looked for stands above them. */
const MOST = 5;
let known: Map<Command['name'], string[]> | undefined;

/** The names of every command in all languages: a Cantonese speaker with an English screen types 打烊. */
function names(): Map<Command['name'], string[]> {
  known ??= new Map(
    commands.map(({ name }) => [
      name,
      languages.flatMap((language) => {
        const { command, also } = words[language].search;
        return [command[name], ...also[name].split('|')].map(foldText);
      }),
    ]),
  );
  return known;
}

/** The commands whose name holds every word that was typed, for somebody in this role. */
export function findCommands(typed: string, role: Role): TypedCommand[] {
  const text = foldText(typed).trim();
  if ([...text].length < SHORTEST) return [];
  const parts = text.split(/\s+/);
  const begins = (name: string) =>
    parts.every((part) => name.split(' ').some((word) => word.startsWith(part))) || name.startsWith(text);
  return commands
    .filter(({ permission }) => isAllowed(role, permission))
    .flatMap((command) => {
      const matching = (names().get(command.name) ?? []).filter(begins);
      return matching.length > 0 ? [{ command, isWhole: matching.includes(text) }] : [];
    })
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole))
    .slice(0, MOST);
}
