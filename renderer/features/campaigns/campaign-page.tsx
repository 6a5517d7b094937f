import { Badge, Button, Group, Skeleton, Tabs, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf } from '@shared/domain/dates';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink, TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { toast, toastError } from '../../ui/toast';
import { CampaignAudience } from './campaign-audience';
import { CampaignMake } from './campaign-make';
import { CampaignResults } from './campaign-results';
import { type CampaignValues, valuesOf } from './campaign-values';
import { CloseCampaign } from './close-campaign';
import { PlanFields } from './plan-fields';
import { TextFields } from './text-fields';

type Shown = Output<'campaigns.get'>;
type Tab = 'what' | 'text' | 'audience' | 'make' | 'results';

/** One campaign from its plan to what came of it. */
export function CampaignPage() {
  const { campaignId } = useParams({ from: '/campaigns/$campaignId' });
  const { t } = useWords();
  const isNew = campaignId === 'new';
  const asked = useAsk(
    'campaigns.get',
    { campaignId },
    ['campaigns', 'programmes', 'sales', 'segments', 'staff'],
    {
      enabled: !isNew,
    },
  );
  if (isNew) return <Whole key="new" shown={null} />;
  if (asked.data) return <Whole key={campaignId} shown={asked.data} />;
  return (
    <Page title={t('campaigns.title')}>
      <ErrorNotice error={asked.error} onRetry={() => void asked.refetch()} />
      {!asked.error && <Skeleton height={300} />}
    </Page>
  );
}

function Whole({ shown }: { shown: Shown | null }) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const campaign = shown?.campaign ?? null;
  const initial = valuesOf(campaign, {
    today: civilDateOf(Date.now(), shop.timeZone),
    staffId: staff.id,
  });
  const draft = useDraft<CampaignValues>('campaigns.campaign', campaign?.id ?? 'new', initial);
  return (
    <Page
      title={campaign?.name ?? t('campaigns.new')}
      {...(campaign ? { subtitle: campaign.number } : {})}
      actions={
        <>
          {campaign && <Badge variant="outline">{t(`campaigns.status.${campaign.status}`)}</Badge>}
          {campaign && isAllowed(staff.role, 'campaigns.write') && <Doings shown={campaign} />}
          <ButtonLink to="/campaigns" variant="default">
            {t('campaigns.back')}
          </ButtonLink>
        </>
      }
    >
      {campaign?.programme && (
        <Group gap="xs" mt="calc(-1 * var(--mantine-spacing-sm))">
          <Text size="sm">{t('campaigns.ofProgramme')}</Text>
          <TextLink size="sm" to="/programmes/$programmeId" params={{ programmeId: campaign.programme.id }}>
            {campaign.programme.name}
          </TextLink>
          <Text size="sm" c="dimmed">
            {[campaign.programme.number, t(`programmes.status.${campaign.programme.status}`)].join(' · ')}
          </Text>
        </Group>
      )}
      {draft.start && <Parts shown={shown} draft={draft} start={draft.start} />}
    </Page>
  );
}

function Doings({ shown: { id, name, status } }: { shown: Shown['campaign'] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const copy = useTell('campaigns.copy');
  const reopen = useTell('campaigns.reopen');
  const [isClosing, setClosing] = useState(false);
  return (
    <>
      <Button
        variant="default"
        loading={copy.isPending}
        onClick={() =>
          copy.mutate(
            { campaignId: id, name: t('campaigns.copyOf', { name }).slice(0, 80) },
            {
              onSuccess: ({ campaignId, number }) => {
                toast(t('campaigns.copied', { number }));
                void navigate({ to: '/campaigns/$campaignId', params: { campaignId } });
              },
              onError: toastError,
            },
          )
        }
      >
        {t('campaigns.copy')}
      </Button>
      {status === 'made' && (
        <Button variant="default" onClick={() => setClosing(true)}>
          {t('campaigns.close')}
        </Button>
      )}
      {status === 'closed' && (
        <Button
          variant="default"
          loading={reopen.isPending}
          onClick={() =>
            reopen.mutate(
              { campaignId: id },
              { onSuccess: () => toast(t('campaigns.reopened')), onError: toastError },
            )
          }
        >
          {t('campaigns.reopen')}
        </Button>
      )}
      {isClosing && <CloseCampaign campaignId={id} onClose={() => setClosing(false)} />}
    </>
  );
}

interface PartsProps {
  readonly shown: Shown | null;
  readonly draft: Draft<CampaignValues>;
  readonly start: CampaignValues;
}

function Parts({ shown, draft, start }: PartsProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const campaign = shown?.campaign ?? null;
  const mayWrite = isAllowed(staff.role, 'campaigns.write');
  const [tab, setTab] = useState<Tab>(campaign && campaign.status !== 'draft' ? 'results' : 'what');
  const [values, change] = useDraftValues(draft, start);
  const tabs: readonly Tab[] = mayWrite
    ? ['what', 'text', 'audience', 'make', 'results']
    : ['what', 'text', 'results'];
  const isFixed = campaign !== null && campaign.status !== 'draft';
  const parts = { values, change, isFixed, isDisabled: !mayWrite || campaign?.status === 'closed' };
  return (
    <Tabs value={tab} onChange={(value) => setTab(value as Tab)} keepMounted={false}>
      <Tabs.List mb="lg">
        {tabs.map((value) => (
          <Tabs.Tab key={value} value={value} h={44} disabled={!campaign && !(value in { what: 1, text: 1 })}>
            {t(`campaigns.tab.${value}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {(['what', 'text'] as const).map((value) => (
        <Tabs.Panel key={value} value={value}>
          <SaveForm shown={shown} values={values} draft={draft} isHidden={parts.isDisabled}>
            {value === 'what' ? (
              <PlanFields {...parts} campaign={campaign} />
            ) : (
              <TextFields {...parts} leavesOutOthers={campaign?.leavesOutOthers ?? false} />
            )}
          </SaveForm>
        </Tabs.Panel>
      ))}
      {campaign && (
        <>
          <Tabs.Panel value="audience">
            <CampaignAudience campaign={campaign} />
          </Tabs.Panel>
          <Tabs.Panel value="make">{shown && <CampaignMake shown={shown} />}</Tabs.Panel>
          <Tabs.Panel value="results">
            <CampaignResults campaign={campaign} />
          </Tabs.Panel>
        </>
      )}
    </Tabs>
  );
}

interface SaveFormProps {
  readonly shown: Shown | null;
  readonly values: CampaignValues;
  readonly draft: Draft<CampaignValues>;
  readonly isHidden: boolean;
  readonly children: React.ReactNode;
}

function SaveForm({ shown, values, draft, isHidden, children }: SaveFormProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const save = useTell('campaigns.save');
  const campaign = shown?.campaign ?? null;
  const { segmentId } = values;
  const isUnsaved = JSON.stringify(values) !== JSON.stringify(campaign && valuesOf(campaign, anybody));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (!segmentId) return;
        save.mutate(
          { ...values, segmentId, campaignId: campaign?.id ?? null, version: campaign?.version ?? 0 },
          {
            onSuccess: ({ campaignId, number }) => {
              draft.clear();
              toast(t('campaigns.saved', { number }));
              if (!campaign) void navigate({ to: '/campaigns/$campaignId', params: { campaignId } });
            },
          },
        );
      }}
    >
      {children}
      {!isHidden && (
        <Group mt="lg">
          <Button
            type="submit"
            loading={save.isPending}
            disabled={!isUnsaved || !segmentId || values.name.trim() === ''}
          >
            {t('campaigns.save')}
          </Button>
          {draft.isRestored && t('needs.restored')}
        </Group>
      )}
      <ErrorNotice error={save.error} />
    </form>
  );
}

/** A campaign that is there needs nobody's day and name. */
const anybody = { today: '', staffId: '' };
