// Makes main/db/rows.ts and docs/DATABASE.md from the migrated database; with --check, fails on drift instead.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { root } from './lib/steps.mjs';

const check = process.argv.includes('--check');
const folder = mkdtempSync(join(tmpdir(), 'vitrine-schema-'));

try {
  const file = join(folder, 'schema.db');
  const db = new Database(file);
  // As the migrator does it: a step may put a new table in an old one's place.
  db.pragma('foreign_keys = OFF');
  const migrations = readdirSync(join(root, 'main/db/migrations')).sort();
  for (const name of migrations) db.exec(readFileSync(join(root, 'main/db/migrations', name), 'utf8'));
  const rows = rowTypes(file);
  const page = databasePage(db, migrations);
  db.close();
  const drifted = [settle('main/db/rows.ts', rows), settle('docs/DATABASE.md', page)].filter(Boolean);
  if (check && drifted.length > 0) {
    console.error(`Out of date: ${drifted.join(', ')}. Run: npm run generate`);
    process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** kysely-codegen's types, without the search index's own tables. */
function rowTypes(file) {
  const out = join(folder, 'rows.ts');
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      '--dialect',
      'sqlite',
      '--url',
      file,
      '--out-file',
      out,
      '--exclude-pattern',
      '*_fts*',
      '--log-level',
      'error',
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return readFileSync(out, 'utf8');
}

/** One section a table: columns, references, indexes, and the comment that stands above it in its migration. */
function databasePage(db, migrations) {
  const lines = [
    '# The database',
    '',
    'Generated from the migrated schema by `npm run generate`; do not edit. Instants are epoch milliseconds UTC,',
    'civil dates `YYYY-MM-DD`, money integer minor units with its currency.',
    '',
    `Migrations: ${migrations.map((name) => `\`${name}\``).join(', ')}.`,
    '',
  ];
  const tables = db
    .prepare(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%\\_fts\\_%' ESCAPE '\\' ORDER BY name",
    )
    .all();
  for (const { name, sql } of tables) {
    lines.push(`## ${name}`, '');
    if (/^CREATE VIRTUAL/i.test(sql)) {
      lines.push('```sql', sql, '```', '');
      continue;
    }
    const references = new Map(
      db.pragma(`foreign_key_list(${name})`).map((key) => [key.from, `${key.table}.${key.to}`]),
    );
    lines.push('| column | type | null | default | references |', '|---|---|---|---|---|');
    for (const column of db.pragma(`table_info(${name})`)) {
      const key = column.pk ? ' (key)' : '';
      lines.push(
        `| ${column.name}${key} | ${column.type} | ${column.notnull ? 'no' : 'yes'} | ${column.dflt_value ?? ''} | ${references.get(column.name) ?? ''} |`,
      );
    }
    const indexes = db
      .prepare(
        "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY name",
      )
      .all(name);
    const triggers = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? ORDER BY name")
      .all(name);
    lines.push('');
    for (const index of indexes) lines.push(`- \`${index.sql.replace(/\s+/g, ' ')}\``);
    for (const trigger of triggers) lines.push(`- trigger \`${trigger.name}\``);
    if (indexes.length + triggers.length > 0) lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

/** Writes what changed, or in check mode only says so; returns the path when it had drifted. */
function settle(path, text) {
  const file = join(root, path);
  let current = '';
  try {
    current = readFileSync(file, 'utf8');
  } catch {
    // Not generated yet.
  }
  if (current === text) return null;
  if (!check) writeFileSync(file, text);
  return path;
}
