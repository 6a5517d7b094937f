import type { SampleCustomer } from '@main/features/sample/generator/types';
import type { ShopHandle } from '@main/kernel/shop-handle';
import { startMariaDb } from './mariadb';
import { search, type Times, timeOne, timesOf } from './measure';
import { startPostgres } from './postgres';
import { kinds, questionsOf } from './questions';

/** Another program's way of searching the same people. */
export interface Peer {
  readonly name: string;
  /** Milliseconds from sending each text to having its rows, measured beside the server. */
  ask(texts: readonly string[]): number[];
}

/** A running server with the people in it. */
export interface PeerServer {
  readonly peers: readonly Peer[];
  readonly loadSeconds: number;
  stop(): void;
}

/** One line of the comparison. */
export interface PeerRow {
  readonly kind: string;
  readonly peer: string;
  /** Null where its server is not installed. */
  readonly theirs: Times | null;
  readonly ours: Times;
}

/** One person as the peers store them: six columns. */
export type PeerPerson = readonly [
  familyName: string,
  givenName: string,
  englishName: string,
  chineseName: string,
  phone: string,
  email: string,
];

const asked = [
  'surname',
  'full name, surname first',
  'last four digits',
  '2 Chinese characters',
  'miss',
] as const;
const QUESTIONS = 20;

/** Loads the shop's people into each server that is installed and asks both the same questions in turn. */
export async function measurePeers(
  shop: ShopHandle,
  people: readonly SampleCustomer[],
  customers: number,
  say: (line: string) => void,
): Promise<PeerRow[]> {
  const rows: PeerRow[] = [];
  for (const [name, start] of [
    ['PostgreSQL', startPostgres],
    ['MariaDB', startMariaDb],
  ] as const) {
    say(`${name}: loading ${customers}`);
    const server = start(peopleOf(shop));
    if (!server) {
      say(`${name} is not installed: not measured`);
      continue;
    }
    try {
      say(`${name}: loaded in ${Math.round(server.loadSeconds)} s`);
      for (const peer of server.peers) rows.push(...compare(peer, shop, people));
    } finally {
      server.stop();
    }
  }
  return rows;
}

function compare(peer: Peer, shop: ShopHandle, people: readonly SampleCustomer[]): PeerRow[] {
  return asked.map((kind) => {
    const make = kinds[kind];
    const texts = make ? questionsOf(make, people, QUESTIONS).map(({ typed }) => typed) : [];
    for (const text of texts) search(shop, text);
    const ours = timesOf(texts.map((text) => timeOne(() => search(shop, text))));
    return {
      kind,
      peer: peer.name,
      theirs: timesOf(peer.ask(texts).map((wall) => ({ wall, cpu: Number.NaN }))),
      ours,
    };
  });
}

/** Everybody in the shop, as they are stored. */
function* peopleOf({ reader }: ShopHandle): Generator<PeerPerson> {
  const statement = reader.prepare(
    `SELECT coalesce(family_name, ''), coalesce(given_name, ''), coalesce(english_name, ''), coalesce(chinese_name, ''),
       coalesce((SELECT normalised FROM customer_contacts k WHERE k.customer_id = c.id AND kind = 'phone' LIMIT 1), ''),
       coalesce((SELECT normalised FROM customer_contacts k WHERE k.customer_id = c.id AND kind = 'email' LIMIT 1), '')
     FROM customers c`,
  );
  for (const row of statement.raw().iterate()) yield row as unknown as PeerPerson;
}
