import { Stack, Text } from '@mantine/core';
import type { CampaignEntry } from '@shared/contract/campaigns';
import type { Exclusion } from '@shared/domain/campaigns';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { useCampaignWords } from './campaign-words';
import classes from './campaigns.module.css';

/** Why a call that was prepared is not made after all. Its own conversation counts as a contact: of that nothing is said. */
const reasonsNot: readonly Exclusion[] = ['suppressed', 'unpermitted', 'paused'];

const blank = { subject: '', body: '' };
const nothing = {
  channel: 'phone',
  goodsClass: 'watches',
  texts: { en: blank, 'zh-Hant': blank, 'zh-Hans': blank },
  ownerId: '-',
  programmeId: null,
} as const;

/** The number to ring and what to say, in the customer's language with their name; or why they are not rung any more. */
export function CallScript({ entry }: { readonly entry: CampaignEntry }) {
  const { t } = useWords();
  const words = useCampaignWords();
  const found = useAsk('campaigns.get', { campaignId: entry.campaign.id }, ['campaigns']);
  const campaign = found.data?.campaign;
  const preview = useAsk(
    'campaigns.preview',
    {
      ...(campaign
        ? {
            channel: campaign.channel,
            goodsClass: campaign.goodsClass,
            texts: campaign.texts,
            ownerId: campaign.owner.id,
            programmeId: campaign.programme?.id ?? null,
          }
        : nothing),
      customerId: entry.customer.id,
    },
    ['campaigns', 'customers', 'consents', 'complaints', 'jobs'],
    { enabled: campaign !== undefined },
  );
  const { data } = preview;
  if (!data) return <ErrorNotice error={found.error ?? preview.error} />;
  const isStopped = data.exclusion !== null && reasonsNot.includes(data.exclusion);
  if (isStopped)
    return (
      <Text fw={600} c="var(--danger-text)">
        {t('campaigns.getsNot', { why: words.exclusion(data.exclusion as Exclusion, data.why) })}
      </Text>
    );
  return (
    <Stack gap={4}>
      {data.address && (
        <Text fw={600} size="lg">
          {data.address}
        </Text>
      )}
      <section className={classes.script} lang={data.language} aria-label={t('campaigns.preview')}>
        {data.body}
      </section>
    </Stack>
  );
}
