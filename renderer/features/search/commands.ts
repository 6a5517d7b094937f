import { isAllowed, type Permission, type Role } from '@shared/contract/permissions';
import { languages } from '@shared/domain/languages';
import { foldText } from '@shared/domain/names';
import { words } from '@shared/words';

/** What can be done by typing its name: where it leads, and who may. */
export const commands = [
  { name: 'newCustomer', to: '/customers/new', permission: 'customers.write' },
  { name: 'newSale', to: '/sale', permission: 'sales.write' },
  { name: 'newNeed', to: '/needs', permission: 'needs.write' },
  { name: 'closeDay', to: '/day-close', permission: 'day.read' },
  { name: 'today', to: '/', permission: 'shop.read' },
  { name: 'customers', to: '/customers', permission: 'customers.read' },
  { name: 'products', to: '/products', permission: 'products.read' },
  { name: 'needs', to: '/needs', permission: 'needs.read' },
  { name: 'newJob', to: '/jobs/new', permission: 'jobs.write' },
  { name: 'jobs', to: '/jobs', permission: 'jobs.read' },
  { name: 'handovers', to: '/handovers', permission: 'handovers.read' },
  { name: 'events', to: '/events', permission: 'events.read' },
  { name: 'programmes', to: '/programmes', permission: 'programmes.read' },
  { name: 'guidelines', to: '/guidelines', permission: 'guidelines.read' },
  { name: 'calendar', to: '/calendar', permission: 'customers.read' },
  { name: 'promises', to: '/promises', permission: 'promises.read' },
  { name: 'conversations', to: '/conversations', permission: 'conversations.read' },
  { name: 'enquiries', to: '/enquiries', permission: 'enquiries.read' },
  { name: 'quotations', to: '/quotations', permission: 'quotations.read' },
  { name: 'complaints', to: '/complaints', permission: 'complaints.read' },
  { name: 'feedback', to: '/feedback', permission: 'feedback.read' },
  { name: 'vip', to: '/vip', permission: 'vip.write' },
  { name: 'prospects', to: '/prospects', permission: 'customers.read' },
  { name: 'interests', to: '/interests', permission: 'interests.read' },
  { name: 'allocations', to: '/allocations', permission: 'interests.read' },
  { name: 'gifts', to: '/gifts', permission: 'gifts.read' },
  { name: 'reviews', to: '/reviews', permission: 'reviews.read' },
  { name: 'campaigns', to: '/campaigns', permission: 'campaigns.read' },
  { name: 'segments', to: '/segments', permission: 'segments.read' },
  { name: 'review', to: '/review', permission: 'oversight.review' },
  { name: 'privacy', to: '/privacy', permission: 'privacy.read' },
  { name: 'moveIn', to: '/import', permission: 'imports.run' },
  { name: 'backups', to: '/backups', permission: 'backups.read' },
  { name: 'settings', to: '/settings', permission: 'shop.read' },
  { name: 'staff', to: '/staff', permission: 'staff.read' },
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
