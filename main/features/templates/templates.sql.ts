import type { Template } from '@shared/contract/templates';
import type { GoodsClass } from '@shared/domain/consent-events';
import type { Insertable, Selectable } from 'kysely';
import type { ContactTemplates } from '../../db/rows';
import { prepared, type ReadableDb, run, sqlBuilder, type WritableDb } from '../../db/sql';
import { builtInTemplates } from './default-templates';

type TemplateRow = Selectable<ContactTemplates> & { maker_name: string };

const builtIn: readonly Template[] = builtInTemplates.map((template) => ({
  ...template,
  version: 0,
  isRetired: false,
  madeBy: null,
  madeAt: null,
}));

/** The version in force of every template: what the manager wrote last, else the built-in text. */
export function listTemplates(db: ReadableDb): Template[] {
  const rows = prepared(
    db,
    `SELECT t.*, s.name AS maker_name FROM contact_templates t JOIN staff s ON s.id = t.made_by
     WHERE t.version = (SELECT max(version) FROM contact_templates WHERE template_id = t.template_id)
     ORDER BY t.template_id, t.language`,
  ).all() as TemplateRow[];
  const written = templatesOf(rows);
  const isWritten = new Set(written.map(({ id }) => id));
  const own = written.filter(({ id }) => !builtIn.some((known) => known.id === id));
  return [
    ...builtIn.map((known) =>
      isWritten.has(known.id) ? (written.find(({ id }) => id === known.id) ?? known) : known,
    ),
    ...own,
  ];
}

/** Every version of one, the newest first; empty where there is no such template. */
export function listTemplateVersions(db: ReadableDb, templateId: string): Template[] {
  const rows = prepared(
    db,
    `SELECT t.*, s.name AS maker_name FROM contact_templates t JOIN staff s ON s.id = t.made_by
     WHERE t.template_id = ? ORDER BY t.version DESC, t.language`,
  ).all(templateId) as TemplateRow[];
  return [...templatesOf(rows), ...builtIn.filter(({ id }) => id === templateId)];
}

/** Adds one language of one version. */
export function insertTemplate(db: WritableDb, row: Insertable<ContactTemplates>): void {
  run(db, sqlBuilder.insertInto('contact_templates').values(row));
}

/** Rows of languages put together, in the order in which their versions came. */
function templatesOf(rows: readonly TemplateRow[]): Template[] {
  const byVersion = new Map<string, TemplateRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.template_id, row.version]);
    byVersion.set(key, [...(byVersion.get(key) ?? []), row]);
  }
  return [...byVersion.values()].flatMap((versions) => {
    const [first] = versions;
    if (!first) return [];
    const text = (language: string) => {
      const { name, subject, body } = versions.find((row) => row.language === language) ?? first;
      return { name, subject, body };
    };
    return [
      {
        id: first.template_id,
        version: first.version,
        medium: first.medium as Template['medium'],
        purpose: first.purpose as Template['purpose'],
        goodsClass: first.goods_class as GoodsClass | null,
        texts: { en: text('en'), 'zh-Hant': text('zh-Hant'), 'zh-Hans': text('zh-Hans') },
        isRetired: first.is_retired === 1,
        madeBy: first.maker_name,
        madeAt: first.made_at,
      },
    ];
  });
}
