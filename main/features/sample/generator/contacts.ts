/** Phones, e-mails and messaging ids, as people dictate them and staff type them. */

import type { Identity } from './names.ts';
import { Random, scatter } from './random.ts';
import type { ChannelName, SampleContact } from './types.ts';

/** Three-digit starts that are assigned to Hong Kong mobiles and that number libraries accept. */
const MOBILE_STARTS: readonly string[] = [
  ...['51', '52', '53', '54', '59'].flatMap((start) =>
    ['0', '1', '2', '3', '4', '6', '7', '8', '9'].map((d) => start + d),
  ),
  ...['61', '63', '64', '65', '94', '96', '97'].flatMap((start) => [...'0123456789'].map((d) => start + d)),
  ...['60', '90'].flatMap((start) => [...'123456789'].map((d) => start + d)),
  ...['92', '93', '95', '98'].flatMap((start) => [...'012345678'].map((d) => start + d)),
];
const MOBILES = MOBILE_STARTS.length * 100_000;

/** Where the seed starts in the range. */
export function mobileShift(seed: number): number {
  return Math.floor(new Random(seed, 'mobile').unit() * MOBILES);
}

/** Every customer a Hong Kong mobile of their own: a permutation of the whole range. */
function mobileOf(shift: number, index: number): string {
  const place = scatter((index + shift) % MOBILES, MOBILE_STARTS.length, 100_000);
  return MOBILE_STARTS[Math.floor(place / 100_000)]! + String(place % 100_000).padStart(5, '0');
}

function typedHongKong(random: Random, digits: string): string {
  const [left, right] = [digits.slice(0, 4), digits.slice(4)];
  const roll = random.unit();
  if (roll < 0.44) return `${left} ${right}`;
  if (roll < 0.66) return digits;
  if (roll < 0.82) return `+852 ${left} ${right}`;
  if (roll < 0.89) return `${left}-${right}`;
  if (roll < 0.94) return `(852) ${left} ${right}`;
  if (roll < 0.98) return `852-${digits}`;
  return `00852 ${left} ${right}`;
}

const MAINLAND_STARTS = [
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '151',
  '158',
  '159',
  '182',
  '183',
  '186',
  '187',
  '188',
  '189',
];
const DOMAINS = [
  'example.com',
  'example.com',
  'example.net',
  'example.org',
  'mail.example',
  'hk.example',
  'post.example',
];

function number(random: Random, digits: number): string {
  return String(random.int(0, 10 ** digits - 1)).padStart(digits, '0');
}

function mainPhone(
  random: Random,
  shift: number,
  index: number,
  who: Identity,
): { value: string; normalised: string } {
  const roll = random.unit();
  if (who.origin === 'mainland' && roll < 0.75) {
    const digits = random.pick(MAINLAND_STARTS) + number(random, 8);
    const grouped = `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`;
    return {
      value: random.chance(0.7) ? `+86 ${grouped}` : random.chance(0.5) ? `86-${digits}` : `+86${digits}`,
      normalised: `+86${digits}`,
    };
  }
  if (who.origin === 'western' && roll < 0.2) {
    // The range kept free for stories.
    const digits = `7700900${number(random, 3)}`;
    return { value: `+44 7700 900${digits.slice(7)}`, normalised: `+44${digits}` };
  }
  if (who.origin === 'japanese' && roll < 0.25) {
    const digits = `90${number(random, 8)}`;
    return { value: `+81 90-${digits.slice(2, 6)}-${digits.slice(6)}`, normalised: `+81${digits}` };
  }
  if (who.origin === 'hong-kong' && roll < 0.015) {
    const digits = random.pick(['62', '63', '65']) + number(random, 6);
    return { value: `+853 ${digits.slice(0, 4)} ${digits.slice(4)}`, normalised: `+853${digits}` };
  }
  const digits = mobileOf(shift, index);
  return { value: typedHongKong(random, digits), normalised: `+852${digits}` };
}

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '');

const plainNames = new Map<string, string>();

/** Names repeat; their plain spelling is worked out once. */
function plainName(name: string): string {
  let known = plainNames.get(name);
  if (known === undefined) {
    known = plain(name);
    if (plainNames.size < 50_000) plainNames.set(name, known);
  }
  return known;
}

function mailAddress(random: Random, who: Identity): string {
  const family = plainName(who.familyName);
  const given = plainName(who.givenName);
  const first = who.englishName === null ? given : plainName(who.englishName);
  const tail = random.chance(0.7) ? String(random.int(1, 999)) : '';
  const roll = random.unit();
  const local =
    roll < 0.4
      ? `${first}.${family}${tail}`
      : roll < 0.65
        ? `${first}${family}${tail}`
        : roll < 0.85
          ? `${family}.${given}${tail}`
          : `${first.charAt(0)}${family}${tail}`;
  const domain = random.pick(DOMAINS);
  return random.chance(0.08)
    ? `${local.charAt(0).toUpperCase()}${local.slice(1)}@${domain}`
    : `${local}@${domain}`;
}

export interface Contacts {
  contacts: SampleContact[];
  preferredChannel: ChannelName | null;
}

/** Always one phone or one e-mail; most have a mobile, two in three an e-mail. */
export function inventContacts(
  random: Random,
  shift: number,
  index: number,
  who: Identity,
  at: number,
): Contacts {
  const contacts: SampleContact[] = [];
  const add = (
    kind: SampleContact['kind'],
    value: string,
    normalised: string,
    label: SampleContact['label'],
  ): void => {
    contacts.push({ id: random.uuid7(at), kind, value, normalised, label, preferred: contacts.length === 0 });
  };
  const hasPhone = random.chance(0.97);
  if (hasPhone) {
    const phone = mainPhone(random, shift, index, who);
    add('phone', phone.value, phone.normalised, 'mobile');
    if (who.origin !== 'mainland' && random.chance(0.45))
      add('whatsapp', phone.value, phone.normalised, 'mobile');
    if (random.chance(0.07)) {
      const fixed = `2${random.int(3, 8)}${number(random, 6)}`;
      add('phone', typedHongKong(random, fixed), `+852${fixed}`, random.chance(0.5) ? 'office' : 'home');
    }
  }
  if (!hasPhone || random.chance(0.64)) {
    const mail = mailAddress(random, who);
    add('email', mail, mail.toLowerCase(), random.chance(0.8) ? 'personal' : 'work');
  }
  if (random.chance(who.origin === 'mainland' ? 0.75 : 0.12)) {
    const base = plainName(
      who.origin === 'mainland' ? who.familyName + who.givenName : (who.englishName ?? who.givenName),
    );
    const id = random.chance(0.3)
      ? `wxid_${number(random, 9)}`
      : `${base}${random.chance(0.5) ? '_' : ''}${number(random, 4)}`;
    add('wechat', id, id.toLowerCase(), null);
  }
  const preferredChannel = random.chance(0.6) ? channelOf(random.pick(contacts)) : null;
  return { contacts, preferredChannel };
}

function channelOf(contact: SampleContact): ChannelName {
  return contact.kind === 'line' ? 'whatsapp' : contact.kind;
}
