import { join } from 'node:path';
import type { Peer, PeerPerson, PeerServer } from './peers';
import {
  asAccount,
  findProgram,
  removeFolder,
  runTool,
  serverFolder,
  startServer,
  waitUntil,
  writePeople,
} from './server';

const COLUMNS = ['family_name', 'given_name', 'english_name', 'chinese_name', 'phone', 'email'] as const;
const LIMIT = 8;

const schema = `
CREATE EXTENSION pg_trgm;
CREATE TABLE people (id int PRIMARY KEY, ${COLUMNS.map((column) => `${column} text`).join(', ')});
COPY people FROM STDIN;
`;
// Odoo's way: a trigram index a column. Twenty's: one column of words.
const indexes = `
${COLUMNS.map((column) => `CREATE INDEX ON people USING gin (${column} gin_trgm_ops);`).join('\n')}
ALTER TABLE people ADD COLUMN words tsvector
  GENERATED ALWAYS AS (to_tsvector('simple', ${COLUMNS.map((column) => `coalesce(${column}, '')`).join(" || ' ' || ")})) STORED;
CREATE INDEX ON people USING gin (words);
VACUUM ANALYZE people;
`;

const literal = (text: string) => `'${text.replace(/'/g, "''")}'`;
const ilike = (text: string) =>
  `SELECT * FROM people WHERE ${text
    .split(' ')
    .map((word) => `(${COLUMNS.map((column) => `${column} ILIKE ${literal(`%${word}%`)}`).join(' OR ')})`)
    .join(' AND ')} ORDER BY family_name, given_name, id DESC LIMIT ${LIMIT};`;
const prefixes = (text: string) => {
  const words = text.split(' ').map((word) => `${word.replace(/[^\p{L}\p{N}]/gu, '')}:*`);
  const query = `to_tsquery('simple', ${literal(words.join(' & '))})`;
  return `SELECT * FROM people WHERE words @@ ${query} ORDER BY ts_rank(words, ${query}) DESC, id LIMIT ${LIMIT};`;
};

/** Starts a PostgreSQL of its own on a socket in a temporary folder with these people; null where none is installed. */
export function startPostgres(people: Iterable<PeerPerson>): PeerServer | null {
  const postgres = findProgram(['/usr/lib/postgresql/*/bin/postgres']);
  if (!postgres) return null;
  const bin = postgres.replace(/\/postgres$/, '');
  const folder = serverFolder('postgres');
  const data = join(folder, 'data');
  runTool(
    asAccount('postgres', [
      `${bin}/initdb`,
      '-D',
      data,
      '-A',
      'trust',
      '-U',
      'bench',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ]),
  );
  const server = startServer(
    asAccount('postgres', [
      postgres,
      '-D',
      data,
      '-k',
      folder,
      '-c',
      'listen_addresses=',
      '-c',
      'shared_buffers=512MB',
      '-c',
      'maintenance_work_mem=512MB',
      '-c',
      'max_wal_size=4GB',
    ]),
  );
  const psql = [
    `${bin}/psql`,
    '-h',
    folder,
    '-U',
    'bench',
    '-d',
    'postgres',
    '-v',
    'ON_ERROR_STOP=1',
    '-qAt',
  ];
  waitUntil(() => {
    try {
      return runTool([...psql, '-c', 'SELECT 1']).trim() === '1';
    } catch {
      return false;
    }
  });
  const stop = () => {
    runTool(asAccount('postgres', [`${bin}/pg_ctl`, '-D', data, '-m', 'immediate', 'stop']));
    server.kill();
    removeFolder(folder);
  };
  try {
    const started = performance.now();
    const file = join(folder, 'people.tsv');
    writePeople(file, people);
    runTool([...psql, '-c', 'CREATE EXTENSION pg_trgm']);
    runTool([...psql, '-c', schema.split('\n')[2] ?? '']);
    runTool([...psql, '-c', `\\copy people FROM '${file}'`]);
    runTool(psql, indexes);
    const timed = (statements: readonly string[]) => {
      const out = runTool(psql, ['\\timing on', ...statements, ...statements].join('\n'));
      const times = [...out.matchAll(/^Time: ([0-9.]+) ms/gm)].map(([, time]) => Number(time));
      return { out, times: times.slice(statements.length) };
    };
    const peers: Peer[] = [
      { name: 'PostgreSQL ILIKE + trigrams', ask: (texts) => timed(texts.map(ilike)).times },
      {
        name: 'PostgreSQL tsvector prefixes, ILIKE on a miss',
        ask: (texts) =>
          texts.map((text) => {
            const [first = 0] = timed([prefixes(text)]).times;
            const isMiss = runTool([...psql, '-c', prefixes(text)]).trim() === '';
            return isMiss ? first + (timed([ilike(text)]).times[0] ?? 0) : first;
          }),
      },
    ];
    return { peers, loadSeconds: (performance.now() - started) / 1000, stop };
  } catch (error) {
    stop();
    throw error;
  }
}
