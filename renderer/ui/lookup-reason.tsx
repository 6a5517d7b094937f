import { Button, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import type { LookupCause } from '@shared/domain/oversight';
import { useState } from 'react';
import { useTell } from '../lib/ask';
import { useFirstField } from '../lib/first-field';
import { useWords } from '../lib/i18n';
import { ErrorNotice } from './error-notice';
import { ButtonLink } from './links';

interface LookupReasonProps {
  readonly customerId: string;
  readonly cause: LookupCause;
  readonly onGiven: () => void;
}

/** In place of a record that opens with a reason: one question, answered in words. */
export function LookupReason({ customerId, cause, onGiven }: LookupReasonProps) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const begin = useFirstField<HTMLTextAreaElement>();
  const give = useTell('oversight.giveReason');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate({ customerId, reason }, { onSuccess: onGiven });
      }}
    >
      <Stack p="xl" maw={640} gap="md">
        <Title order={1} fz={28}>
          {t('oversight.ask.title')}
        </Title>
        <Text>{t(`oversight.ask.${cause}`)}</Text>
        <Textarea
          ref={begin}
          required
          label={t('oversight.ask.reason')}
          value={reason}
          minLength={3}
          maxLength={300}
          autosize
          minRows={2}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <ErrorNotice error={give.error} />
        <Group>
          <Button type="submit" loading={give.isPending}>
            {t('oversight.ask.open')}
          </Button>
          <ButtonLink to="/" variant="default">
            {t('oversight.ask.back')}
          </ButtonLink>
        </Group>
      </Stack>
    </form>
  );
}
