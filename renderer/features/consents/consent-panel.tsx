import { Button, Group, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { askedStatements, consentInWords } from '@shared/words/consent-sentences';
import { IconBan, IconCheck, IconMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { QuietButton } from '../../ui/quiet-button';
import { Section } from '../../ui/section';
import { toast, toastError } from '../../ui/toast';
import { ConsentHistory } from './consent-history';
import classes from './consent-panel.module.css';
import { OralDuty } from './oral-duty';
import { RecordConsent } from './record-consent';
import { WithdrawSome } from './withdraw-some';

type Standing = Output<'consents.forCustomer'>;

/** What we may do with this customer's data, in plain words; ask, stop, and what was said when. */
export function ConsentPanel({ customerId }: { readonly customerId: string }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const standing = useAsk('consents.forCustomer', { customerId }, ['consents', 'customers', 'imports']);
  const withdraw = useTell('consents.withdraw');
  const [isRecording, setRecording] = useState(false);
  const [isStopping, setStopping] = useState(false);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const { data } = standing;
  // One tap, at once (s.35G); a slip is mended by asking anew, never by taking the withdrawal back.
  const stop = () =>
    withdraw.mutate({ customerId }, { onSuccess: () => toast(t('consents.withdrawn')), onError: toastError });

  return (
    <Section part="consent" title={t('consents.title')}>
      <ErrorNotice error={standing.error} />
      {data && (
        <Stack gap="sm">
          <Permissions data={data} />
          <Group gap="xs">
            {staff.role !== 'service' && (
              <Button variant="default" onClick={() => setRecording(true)}>
                {t(data.wasEverAsked ? 'consents.recordAgain' : 'consents.record')}
              </Button>
            )}
            {data.canWithdraw && (
              <Button
                variant="default"
                leftSection={<IconBan size={18} aria-hidden />}
                disabled={withdraw.isPending}
                onClick={stop}
              >
                {t('consents.withdraw')}
              </Button>
            )}
          </Group>
          {data.canWithdraw && (
            <QuietButton onClick={() => setStopping(true)}>{t('consents.some.open')}</QuietButton>
          )}
          {data.duty && <OralDuty customerId={customerId} duty={data.duty} />}
          {data.events.length > 0 && (
            <>
              <QuietButton aria-expanded={isHistoryOpen} onClick={() => setHistoryOpen(!isHistoryOpen)}>
                {t('consents.history')} ({data.events.length})
              </QuietButton>
              {isHistoryOpen && <ConsentHistory events={data.events} />}
            </>
          )}
        </Stack>
      )}
      {isStopping && <WithdrawSome customerId={customerId} onClose={() => setStopping(false)} />}
      {isRecording && (
        <RecordConsent
          customerId={customerId}
          isMinor={data?.isMinor ?? false}
          onClose={() => setRecording(false)}
        />
      )}
    </Section>
  );
}

function Permissions({ data }: { data: Standing }) {
  const { t, language } = useWords();
  if (!data.wasEverAsked && !data.isSuppressed) return <Text c="dimmed">{t('consents.neverAsked')}</Text>;
  return (
    <>
      {data.isMinor && (
        <Text size="sm" c="var(--warning-text)">
          {t('consents.minor')}
        </Text>
      )}
      {data.isSuppressed && (
        <Text size="sm" c="var(--danger-text)">
          {t('consents.suppressed')}
        </Text>
      )}
      <ul className={classes.sentences}>
        {consentInWords(askedStatements(data.statements, data.events), language).map(({ verdict, text }) => (
          <li key={text} className={verdict === 'not' ? classes.not : undefined}>
            {verdict === 'may' ? (
              <IconCheck size={20} color="var(--accent-text)" aria-hidden />
            ) : (
              <IconMinus size={20} aria-hidden />
            )}
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {data.firstUseNoticeDue.length > 0 && (
        <Text size="sm" c="dimmed">
          {t('consents.firstUse')}
        </Text>
      )}
    </>
  );
}
