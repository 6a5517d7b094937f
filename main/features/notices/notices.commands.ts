import type { noticesContract } from '@shared/contract/notices';
import { languages } from '@shared/domain/languages';
import type { CommandHandlers } from '../../kernel/handlers';
import { ensureNotices, findCurrentNotice, insertNoticeVersion, noticeHash } from './notices.sql';

export const noticesCommands: CommandHandlers<typeof noticesContract> = {
  'notices.prepare': ({ db, now, staff, about }) => {
    ensureNotices(db, { now, staffId: staff.staffId });
    about('notice', 'version 1');
    return null;
  },
  'notices.publish': ({ db, now, staff, about, fail }, { kind, texts }) => {
    const isSame = languages.every((language) => {
      const { title, body } = texts[language];
      return findCurrentNotice(db, kind, language)?.hash === noticeHash(title, body);
    });
    if (isSame) fail('NOTICE_UNCHANGED');
    const version = insertNoticeVersion(db, kind, texts, { now, staffId: staff.staffId });
    about('notice', `${kind} ${version}`);
    return { version };
  },
};
