import { Badge, Button, Group, Text } from '@mantine/core';
import type { Complaint } from '@shared/contract/complaints';
import { IconEyeOff } from '@tabler/icons-react';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';
import { isLateNow, useComplaintWords } from './complaint-words';
import classes from './complaints.module.css';

interface ComplaintItemProps {
  readonly complaint: Complaint;
  readonly onSee: (complaintId: string) => void;
  /** True where the list is not the customer's own page. */
  readonly showsCustomer?: boolean;
}

/** One case in a list: what, how grave, which clock runs, who owns it. */
export function ComplaintItem({ complaint, onSee, showsCustomer = false }: ComplaintItemProps) {
  const { t } = useWords();
  const words = useComplaintWords();
  const isLate = isLateNow(complaint);
  return (
    <li className={classes.case}>
      <div>
        {showsCustomer && (
          <TextLink to="/customers/$customerId" params={{ customerId: complaint.customer.id }}>
            {words.name(complaint)}
          </TextLink>
        )}
        <Text className={classes.what} lineClamp={3}>
          {complaint.isDiscreet ? (
            <>
              <IconEyeOff size={16} aria-hidden /> {t('complaints.covered')}
            </>
          ) : (
            complaint.what
          )}
        </Text>
        <Group gap="xs">
          {isLate && (
            <Badge color="red" variant="outline" c="var(--danger-text)">
              {t('complaints.late')}
            </Badge>
          )}
          <Text size="sm" className={isLate && complaint.status === 'open' ? classes.late : ''}>
            {words.clock(complaint)}
          </Text>
          <Text size="sm" c="dimmed">
            {[
              complaint.number,
              t(`complaints.severities.${complaint.severity}`),
              t(`complaints.abouts.${complaint.about}`),
              t('complaints.ownedBy', { name: complaint.owner.name }),
            ].join(' · ')}
          </Text>
        </Group>
        {complaint.cause && !complaint.isDiscreet && (
          <Text size="sm">
            {t(`complaints.causes.${complaint.cause.code}`)}: {complaint.cause.words}
          </Text>
        )}
      </div>
      <Button
        variant="default"
        aria-label={`${t('complaints.see')} ${complaint.number}`}
        onClick={() => onSee(complaint.id)}
      >
        {t('complaints.see')}
      </Button>
    </li>
  );
}
