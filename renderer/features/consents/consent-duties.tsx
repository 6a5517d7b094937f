import { Stack, Text } from '@mantine/core';
import { fullName } from '@shared/domain/names';
import { Link } from '@tanstack/react-router';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import classes from './consent-panel.module.css';
import { useDutyText } from './oral-duty';

/** For Today: oral consents to confirm before their 14th day, most urgent first; nothing where there are none. */
export function ConsentDuties() {
  const { t, language } = useWords();
  const duties = useAsk('consents.duties', {}, ['consents', 'customers']);
  const dutyText = useDutyText();
  if (duties.error) return <ErrorNotice error={duties.error} />;
  if (!duties.data || duties.data.length === 0) return null;
  return (
    <Section title={t('consents.duty.title')}>
      <Stack gap="xs">
        {duties.data.map((duty) => (
          <div key={duty.customer.id} className={classes.duty} data-overdue={duty.isOverdue || undefined}>
            <Link to="/customers/$customerId" params={{ customerId: duty.customer.id }}>
              {fullName(
                {
                  familyName: duty.customer.familyName ?? '',
                  givenName: duty.customer.givenName ?? '',
                  englishName: duty.customer.englishName ?? '',
                  chineseName: duty.customer.chineseName ?? '',
                  preferredName: duty.customer.preferredName ?? '',
                },
                language,
              ) || duty.customer.number}
            </Link>
            <Text size="sm">{dutyText(duty)}</Text>
          </div>
        ))}
      </Stack>
    </Section>
  );
}
