import type { segmentsContract } from '@shared/contract/segments';
import { fail } from '../../kernel/errors';
import type { CommandHandlers } from '../../kernel/handlers';
import { findSegment, findSegmentNamed, insertSegment, updateSegment } from './segments.sql';

export const segmentsCommands: CommandHandlers<typeof segmentsContract> = {
  'segments.save': ({ db, now, staff, newId, about }, { segmentId, version, name, rule }) => {
    const before = segmentId === null ? null : (findSegment(db, segmentId) ?? fail('SEGMENT_NOT_FOUND'));
    if (before !== null && before.version !== version) fail('SEGMENT_CHANGED');
    if (findSegmentNamed(db, name, segmentId)) fail('SEGMENT_NAME_TAKEN', { name });
    const columns = { name, rule: JSON.stringify(rule), updated_at: now };
    if (before === null) {
      const id = newId();
      about('segment', id);
      insertSegment(db, { ...columns, id, made_by: staff.staffId, made_at: now });
      return { segmentId: id, version: 1 };
    }
    const changed = [
      ...(before.name === name ? [] : ['name']),
      ...(before.rule === columns.rule ? [] : ['rule']),
    ];
    about('segment', before.id, changed);
    updateSegment(db, before.id, { ...columns, version: version + 1 });
    return { segmentId: before.id, version: version + 1 };
  },

  'segments.retire': ({ db, now, about }, { segmentId, isRetired }) => {
    const before = findSegment(db, segmentId) ?? fail('SEGMENT_NOT_FOUND');
    if (!isRetired && findSegmentNamed(db, before.name, segmentId))
      fail('SEGMENT_NAME_TAKEN', { name: before.name });
    about('segment', segmentId);
    updateSegment(db, segmentId, { retired_at: isRetired ? now : null, version: before.version + 1 });
    return null;
  },
};
