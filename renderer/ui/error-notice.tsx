import { Alert, Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { errorText, useWords } from '../lib/i18n';

interface ErrorNoticeProps {
  readonly error: unknown;
  readonly onRetry?: () => void;
}

/** What happened, what was kept, what to do; nothing when there is no error. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { t } = useWords();
  if (!error) return null;
  return (
    <Alert color="red" role="alert" icon={<IconAlertTriangle aria-hidden />} variant="outline">
      {errorText(error)}
      {onRetry && (
        <Button variant="subtle" size="compact-md" ml="sm" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </Alert>
  );
}
