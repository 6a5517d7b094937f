import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { type MailingOutput, outputsFor } from '@shared/domain/campaigns';
import { formatInstant } from '@shared/domain/dates';
import { useState } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { type LongAction, useAction } from '../../lib/use-action';
import { ErrorNotice } from '../../ui/error-notice';
import { ProgressPanel } from '../../ui/progress-panel';
import { Section } from '../../ui/section';
import { toast } from '../../ui/toast';
import { useCampaignWords } from './campaign-words';
import classes from './campaigns.module.css';

type Shown = Output<'campaigns.get'>;
type Made = Output<'campaigns.exportMailing'>;

/** Makes the letters or files for everybody who may be written to, and lists what was made. */
export function CampaignMake({ shown: { campaign, makings, toWrite } }: { shown: Shown }) {
  const { t } = useWords();
  const words = useCampaignWords();
  const possible = outputsFor(campaign.channel);
  const [outputs, setOutputs] = useState<readonly MailingOutput[]>(possible.slice(0, 1));
  const make = useAction('campaigns.exportMailing');
  const again = useAction('campaigns.exportAgain');
  const sent = useAction('campaigns.noteSent');
  const isRunning = [make, again, sent].some(({ startedAt }) => startedAt !== null);
  const isOpen = campaign.status !== 'closed';
  return (
    <Stack gap="lg">
      {isOpen && (
        <Stack gap="md" className={classes.plan}>
          <Text>{t('campaigns.make.hint')}</Text>
          {possible.includes('emails') && <Text>{t('campaigns.make.mail')}</Text>}
          {possible.length > 1 && (
            <Checkbox.Group
              label={t('campaigns.make.outputs')}
              value={[...outputs]}
              onChange={(value) => setOutputs(value as MailingOutput[])}
            >
              <Group mt="xs">
                {possible.map((output) => (
                  <Checkbox key={output} value={output} label={t(`campaigns.outputs.${output}`)} />
                ))}
              </Group>
            </Checkbox.Group>
          )}
          {toWrite > 0 && (
            <Text c="var(--warning-text)">{t('campaigns.make.toWrite', { count: toWrite })}</Text>
          )}
          <Group>
            <Button
              disabled={isRunning || outputs.length === 0}
              onClick={() => void make.start({ campaignId: campaign.id, outputs: [...outputs] })}
            >
              {t(`campaigns.make.${campaign.channel}`)}
            </Button>
            {makings.length > 0 && campaign.channel !== 'phone' && (
              <Button
                variant="default"
                disabled={isRunning}
                onClick={async () => {
                  const done = await sent.start({ campaignId: campaign.id });
                  if (done) toast(t('campaigns.make.sentDone', { count: done.people }));
                }}
              >
                {t('campaigns.make.sent')}
              </Button>
            )}
            {campaign.sentAt !== null && (
              <Text size="sm" c="dimmed">
                {t('campaigns.make.sentOn', { date: words.dayOf(campaign.sentAt) })}
              </Text>
            )}
          </Group>
          {makings.length > 0 && campaign.channel !== 'phone' && (
            <Text size="sm" c="dimmed">
              {t('campaigns.make.sentHint')}
            </Text>
          )}
          <Running action={make} />
          <Running action={again} />
          <Running action={sent} />
          <Done made={make.result ?? again.result} />
          <ErrorNotice error={make.error ?? again.error ?? sent.error} />
        </Stack>
      )}
      {makings.length > 0 && (
        <Section title={t('campaigns.make.past')}>
          <ul className={classes.list}>
            {makings.map((making) => (
              <Making
                key={making.id}
                making={making}
                onAgain={isOpen && !isRunning ? () => void again.start({ makingId: making.id }) : null}
              />
            ))}
          </ul>
        </Section>
      )}
    </Stack>
  );
}

type Anything = 'campaigns.exportMailing' | 'campaigns.exportAgain' | 'campaigns.noteSent';

function Running({ action }: { action: LongAction<Anything> }) {
  const { t } = useWords();
  if (action.startedAt === null) return null;
  const step = (action.progress?.step ?? 'campaigns.step.looking') as 'campaigns.step.looking';
  return (
    <ProgressPanel
      step={t(step)}
      progress={action.progress}
      startedAt={action.startedAt}
      onCancel={action.cancel}
    />
  );
}

function Done({ made }: { made: Made | null }) {
  const { t } = useWords();
  if (!made?.folder) return null;
  return (
    <Text role="status" fw={600} style={{ overflowWrap: 'anywhere' }}>
      {t('campaigns.make.done', {
        count: made.people,
        files: t('campaigns.make.files', { count: made.files.length }),
        folder: made.folder,
      })}
    </Text>
  );
}

interface MakingProps {
  readonly making: Shown['makings'][number];
  /** Null where it cannot be made again now. */
  readonly onAgain: (() => void) | null;
}

function Making({ making, onAgain }: MakingProps) {
  const { t, language } = useWords();
  const { shop } = useCounter();
  const kind = making.kind
    .split('+')
    .map((output) => t(`campaigns.outputs.${output as MailingOutput}`))
    .join(' + ');
  return (
    <li className={classes.record}>
      <div>
        <Text>
          {t('campaigns.make.line', {
            kind,
            people: making.people,
            files: t('campaigns.make.files', { count: making.files }),
          })}
          {making.isAgain && ` (${t('campaigns.make.isAgain')})`}
          {!making.isFinished && ` (${t('campaigns.make.unfinished')})`}
        </Text>
        <Text size="sm" c="dimmed">
          {t('campaigns.make.by', {
            name: making.by.name,
            when: formatInstant(making.at, language, shop.timeZone),
          })}
        </Text>
      </div>
      {onAgain && !making.isAgain && making.isFinished && (
        <Button variant="default" onClick={onAgain}>
          {t('campaigns.make.again')}
        </Button>
      )}
    </li>
  );
}
