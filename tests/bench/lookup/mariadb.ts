import { join } from 'node:path';
import type { PeerPerson, PeerServer } from './peers';
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

const schema = `CREATE TABLE people (id int PRIMARY KEY,
  ${COLUMNS.map((column) => `${column} varchar(255), INDEX (${column})`).join(', ')})
  CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci;`;

const literal = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;
// OpenSourcePOS's way: one pattern over six columns, one of them the whole name.
const like = (text: string) => {
  const pattern = literal(`%${text}%`);
  const places = [
    ...COLUMNS.filter((column) => column !== 'english_name'),
    "CONCAT(family_name, ' ', given_name)",
  ];
  return `SELECT * FROM people WHERE ${places.map((place) => `${place} LIKE ${pattern}`).join(' OR ')} ORDER BY family_name LIMIT ${LIMIT};`;
};

/** Starts a MariaDB of its own on a socket in a temporary folder with these people; null where none is installed. */
export function startMariaDb(people: Iterable<PeerPerson>): PeerServer | null {
  const daemon = findProgram(['/usr/sbin/mariadbd']);
  const install = findProgram(['/usr/bin/mariadb-install-db']);
  const client = findProgram(['/usr/bin/mariadb']);
  if (!daemon || !install || !client) return null;
  const folder = serverFolder('mariadb');
  const data = join(folder, 'data');
  const socket = join(folder, 'socket');
  runTool(
    asAccount('mysql', [
      install,
      '--no-defaults',
      `--datadir=${data}`,
      '--auth-root-authentication-method=normal',
    ]),
  );
  const server = startServer(
    asAccount('mysql', [
      daemon,
      '--no-defaults',
      `--datadir=${data}`,
      `--socket=${socket}`,
      '--skip-networking',
      '--skip-grant-tables',
      '--innodb-buffer-pool-size=1G',
      '--innodb-flush-log-at-trx-commit=2',
      `--pid-file=${join(folder, 'pid')}`,
    ]),
  );
  const sql = [client, '--no-defaults', `--socket=${socket}`, '-N', '-B', '--default-character-set=utf8mb4'];
  waitUntil(() => {
    try {
      return runTool([...sql, '-e', 'SELECT 1']).trim() === '1';
    } catch {
      return false;
    }
  });
  const stop = () => {
    runTool([...sql, '-e', 'SHUTDOWN']);
    server.kill();
    removeFolder(folder);
  };
  try {
    const started = performance.now();
    const file = join(folder, 'people.tsv');
    writePeople(file, people);
    runTool(
      sql,
      `CREATE DATABASE bench; USE bench; ${schema} LOAD DATA INFILE '${file}' INTO TABLE people CHARACTER SET utf8mb4;`,
    );
    // The server's own clock around each statement, rows sent included.
    const ask = (texts: readonly string[]) => {
      const statements = [...texts, ...texts].map(
        (text) =>
          `SET @t = SYSDATE(6); ${like(text)} SELECT CONCAT('took ', TIMESTAMPDIFF(MICROSECOND, @t, SYSDATE(6)));`,
      );
      const out = runTool(sql, `USE bench; ${statements.join('\n')}`);
      const times = [...out.matchAll(/^took ([0-9]+)$/gm)].map(([, time]) => Number(time) / 1000);
      return times.slice(texts.length);
    };
    const peers = [{ name: 'MariaDB LIKE over six columns', ask }];
    return { peers, loadSeconds: (performance.now() - started) / 1000, stop };
  } catch (error) {
    stop();
    throw error;
  }
}
