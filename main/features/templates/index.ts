import { templatesContract } from '@shared/contract/templates';
import { languages } from '@shared/domain/languages';
import { unknownFields } from '@shared/domain/templates';
import { fail } from '../../kernel/errors';
import { type CommandHandlers, defineFeature, type QueryHandlers } from '../../kernel/handlers';
import { insertTemplate, listTemplates, listTemplateVersions } from './templates.sql';

const queries: QueryHandlers<typeof templatesContract> = {
  'templates.list': ({ db }, { withRetired }) =>
    listTemplates(db).filter(({ isRetired }) => withRetired || !isRetired),

  'templates.versions': ({ db }, { templateId }) => {
    const versions = listTemplateVersions(db, templateId);
    return versions.length > 0 ? versions : fail('TEMPLATE_NOT_FOUND');
  },
};

const commands: CommandHandlers<typeof templatesContract> = {
  'templates.save': ({ db, now, staff, newId, about }, { templateId, version, isRetired, ...terms }) => {
    const latest = templateId === null ? null : listTemplateVersions(db, templateId)[0];
    if (latest === undefined) return fail('TEMPLATE_NOT_FOUND');
    if (latest !== null && latest.version !== version) fail('TEMPLATE_CHANGED');
    if (terms.purpose === 'selling' && !terms.goodsClass) fail('GOODS_CLASS_NEEDED');
    for (const { subject, body } of Object.values(terms.texts)) {
      const [unknown] = unknownFields(`${subject}\n${body}`);
      if (unknown !== undefined) fail('TEMPLATE_FIELD_UNKNOWN', { field: unknown });
      if (terms.medium === 'email' && subject === '') fail('TEMPLATE_SUBJECT_NEEDED');
    }
    const id = templateId ?? newId();
    const next = (latest?.version ?? 0) + 1;
    about('template', id);
    for (const language of languages)
      insertTemplate(db, {
        ...terms.texts[language],
        id: newId(),
        template_id: id,
        version: next,
        language,
        medium: terms.medium,
        purpose: terms.purpose,
        goods_class: terms.purpose === 'selling' ? terms.goodsClass : null,
        is_retired: isRetired ? 1 : 0,
        made_by: staff.staffId,
        made_at: now,
      });
    return { templateId: id, version: next };
  },
};

/** The texts the shop writes with. */
export const templatesFeature = defineFeature(templatesContract, { ...queries, ...commands });
