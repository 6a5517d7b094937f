import { Badge, Button, Checkbox, Group, Radio, Stack, Text, Textarea } from '@mantine/core';
import type { CampaignEntry } from '@shared/contract/campaigns';
import { isAllowed } from '@shared/contract/permissions';
import { CAMPAIGN_RESPONSES, type CampaignResponse } from '@shared/domain/campaigns';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { TextLink } from '../../ui/links';
import { toast } from '../../ui/toast';
import { CallScript } from './call-script';
import { useCampaignWords } from './campaign-words';
import classes from './campaigns.module.css';

interface EntryItemProps {
  readonly entry: CampaignEntry;
  /** True where the list is not the customer's own page. */
  readonly showsCustomer?: boolean;
}

/** One person of a campaign: what they said, what they bought, and a way to record it. */
export function EntryItem({ entry, showsCustomer = false }: EntryItemProps) {
  const { t } = useWords();
  const words = useCampaignWords();
  const { staff } = useCounter();
  const [isResponding, setResponding] = useState(false);
  const { campaign, customer, response, responseAt, boughtMinor } = entry;
  return (
    <li className={classes.record}>
      <div>
        <Group gap="xs">
          {showsCustomer ? (
            <TextLink to="/customers/$customerId" params={{ customerId: customer.id }}>
              {words.name(customer)}
            </TextLink>
          ) : (
            <TextLink to="/campaigns/$campaignId" params={{ campaignId: campaign.id }}>
              {campaign.name}
            </TextLink>
          )}
          {boughtMinor !== null && (
            <Badge variant="outline">
              {t('campaigns.results.spent', { amount: words.amount(boughtMinor) })}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {showsCustomer
            ? [customer.number, t('campaigns.results.by', { name: entry.advisor.name })].join(' · ')
            : t('campaigns.entry', {
                number: campaign.number,
                channel: t(`campaigns.channels.${campaign.channel}`),
                date: words.dayOf(entry.at),
              })}
          {!entry.isWritten && ` · ${t('campaigns.results.notInFile')}`}
        </Text>
        {response !== null && (
          <Text size="sm">
            {t('campaigns.respond.saidOn', {
              what: t(`campaigns.response.${response}`),
              date: words.dayOf(responseAt ?? 0),
            })}
            {entry.words && `: ${entry.words}`}
          </Text>
        )}
      </div>
      {response !== 'opted-out' && isAllowed(staff.role, 'campaigns.respond') && (
        <Button variant="default" onClick={() => setResponding(true)}>
          {t('campaigns.respond.button')}
        </Button>
      )}
      {isResponding && <RespondDialog entry={entry} onClose={() => setResponding(false)} />}
    </li>
  );
}

/** Somebody answered the telephone. */
const isEnded = ({ response }: CampaignEntry) => response !== null && response !== 'not-reached';

function RespondDialog({ entry, onClose }: { entry: CampaignEntry; onClose: () => void }) {
  const { t } = useWords();
  const respond = useTell('campaigns.respond');
  const [response, setResponse] = useState<CampaignResponse>(entry.response ?? 'answered');
  const [said, setSaid] = useState(entry.words ?? '');
  const [wasNoticeSaid, setNoticeSaid] = useState(false);
  return (
    <Dialog title={t('campaigns.respond.title')} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          respond.mutate(
            { entryId: entry.id, response, words: said, wasNoticeSaid },
            {
              onSuccess: () => {
                toast(t('campaigns.respond.saved'));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          {entry.campaign.channel === 'phone' && !isEnded(entry) && <CallScript entry={entry} />}
          <Radio.Group
            aria-label={t('campaigns.respond.title')}
            value={response}
            onChange={(value) => setResponse(value as CampaignResponse)}
          >
            <Stack gap="xs">
              {CAMPAIGN_RESPONSES.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  {...(value === response ? { 'data-autofocus': true } : {})}
                  label={t(`campaigns.response.${value}`)}
                />
              ))}
            </Stack>
          </Radio.Group>
          {response === 'opted-out' && <Text size="sm">{t('campaigns.respond.optOut')}</Text>}
          <Textarea
            label={t('campaigns.respond.words')}
            value={said}
            maxLength={1000}
            autosize
            minRows={2}
            onChange={(event) => setSaid(event.currentTarget.value)}
          />
          {entry.campaign.channel === 'phone' && response !== 'not-reached' && (
            <Checkbox
              label={t('campaigns.respond.notice')}
              checked={wasNoticeSaid}
              onChange={(event) => setNoticeSaid(event.currentTarget.checked)}
            />
          )}
          <FormEnd
            error={respond.error}
            isPending={respond.isPending}
            submit={t('campaigns.respond.save')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
