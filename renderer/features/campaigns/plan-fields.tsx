import { Alert, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core';
import type { Campaign } from '@shared/contract/campaigns';
import { CAMPAIGN_CHANNELS, type CampaignChannel } from '@shared/domain/campaigns';
import { GOODS_CLASSES, type GoodsClass } from '@shared/domain/consent-events';
import { useWords } from '../../lib/i18n';
import { SegmentSelect } from '../../ui/segment-select';
import { StaffSelect } from '../../ui/staff-select';
import type { CampaignValues } from './campaign-values';
import classes from './campaigns.module.css';
import { ProgrammeSelect } from './programme-select';

export interface FieldsProps {
  readonly values: CampaignValues;
  readonly change: (part: Partial<CampaignValues>) => void;
  /** Somebody was written to: the segment, the way and the text stand fast. */
  readonly isFixed: boolean;
  readonly isDisabled: boolean;
}

interface PlanFieldsProps extends FieldsProps {
  readonly campaign: Campaign | null;
}

/** What the campaign is called, whom it is for, by which way and when. */
export function PlanFields({ campaign, values, change, isFixed, isDisabled }: PlanFieldsProps) {
  const { t } = useWords();
  return (
    <fieldset
      disabled={isDisabled}
      className={classes.plan}
      style={{ border: 'none', padding: 0, margin: 0 }}
      aria-label={t('campaigns.tab.what')}
    >
      <Stack gap="md">
        {isFixed && <Alert variant="outline">{t('campaigns.fixed')}</Alert>}
        <TextInput
          required
          label={t('campaigns.name')}
          placeholder={t('campaigns.namePlaceholder')}
          maxLength={80}
          value={values.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <SegmentSelect
          value={values.segmentId}
          isDisabled={isFixed || isDisabled}
          onChange={(segmentId) => change({ segmentId })}
        />
        <ProgrammeSelect
          value={values.programmeId ?? null}
          current={campaign?.programme ?? null}
          isDisabled={isFixed || isDisabled}
          onChange={(programme) =>
            change({
              programmeId: programme?.id ?? null,
              // A programme's campaign is for those whom the programme is for, unless somebody chose already.
              ...(programme && values.segmentId === null ? { segmentId: programme.segment.id } : {}),
            })
          }
        />
        <Group grow align="flex-start">
          <Select
            label={t('campaigns.channel')}
            value={values.channel}
            allowDeselect={false}
            disabled={isFixed || isDisabled}
            data={CAMPAIGN_CHANNELS.map((value) => ({ value, label: t(`campaigns.channels.${value}`) }))}
            onChange={(value) => value && change({ channel: value as CampaignChannel })}
          />
          <Select
            label={t('campaigns.goods')}
            value={values.goodsClass}
            allowDeselect={false}
            disabled={isFixed || isDisabled}
            data={GOODS_CLASSES.map((value) => ({ value, label: t(`consents.goods.${value}`) }))}
            onChange={(value) => value && change({ goodsClass: value as GoodsClass })}
          />
        </Group>
        <Group grow align="flex-start">
          <TextInput
            type="date"
            required
            label={t('campaigns.startsOn')}
            value={values.startsOn}
            onChange={(event) => change({ startsOn: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            label={t('campaigns.endsOn')}
            min={values.startsOn}
            value={values.endsOn ?? ''}
            onChange={(event) => change({ endsOn: event.currentTarget.value || null })}
          />
        </Group>
        <Group grow align="flex-start">
          <StaffSelect
            label={t('campaigns.owner')}
            value={values.ownerId}
            onChange={(ownerId) => change({ ownerId })}
          />
          <NumberInput
            label={t('campaigns.salesDays')}
            min={1}
            max={365}
            allowDecimal={false}
            value={values.salesDays}
            onChange={(typed) => typed !== '' && change({ salesDays: Number(typed) })}
          />
        </Group>
      </Stack>
    </fieldset>
  );
}
