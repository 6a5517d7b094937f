import { Button, Menu } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import type { Duty } from '@shared/contract/today';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { toast, toastError } from '../../ui/toast';
import { useDutyWords } from './duty-words';
import { ReassignDuty, SnoozeDuty } from './move-duty';

type Doing = 'snooze' | 'reassign' | null;

interface DutyMenuProps {
  readonly duty: Duty;
  readonly today: string;
}

/** What can be done with any duty where it stands: put it off, give it to a colleague, give it back. */
export function DutyMenu({ duty, today }: DutyMenuProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const words = useDutyWords(today);
  const [doing, setDoing] = useState<Doing>(null);
  if (!isAllowed(staff.role, 'duties.move')) return null;
  const giveBack = () =>
    call('today.reassign', {
      kind: duty.kind,
      id: duty.id,
      customerId: duty.customer?.id ?? null,
      toStaffId: null,
    }).then(() => toast(t('calendar.move.gaveBack')), toastError);
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <Button variant="default" px="sm" aria-label={t('calendar.move.menu', { what: words.name(duty) })}>
            <IconDots size={20} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setDoing('snooze')}>{t('calendar.move.snooze')}</Menu.Item>
          <Menu.Item onClick={() => setDoing('reassign')}>{t('calendar.move.reassign')}</Menu.Item>
          {duty.assignedTo && (
            <Menu.Item onClick={() => void giveBack()}>{t('calendar.move.giveBack')}</Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {doing === 'snooze' && <SnoozeDuty duty={duty} today={today} onClose={() => setDoing(null)} />}
      {doing === 'reassign' && <ReassignDuty duty={duty} onClose={() => setDoing(null)} />}
    </>
  );
}
