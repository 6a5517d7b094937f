import { Button, FileButton, Group, Text } from '@mantine/core';
import type { Job } from '@shared/contract/jobs';
import { isAllowed } from '@shared/contract/permissions';
import { pictureTypes } from '@shared/contract/products';
import { IconPhotoPlus } from '@tabler/icons-react';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Section } from '../../ui/section';
import { DrawnSignature } from '../../ui/signature-pad';
import { toast, toastError } from '../../ui/toast';
import { ConditionDrawing } from './condition-drawing';
import { useJobWords } from './job-words';
import classes from './jobs.module.css';
import { readPhoto } from './photo-file';

/** What was said and agreed at the intake, as it was signed. */
export function IntakeFacts({ job }: { readonly job: Job }) {
  const { t } = useWords();
  const words = useJobWords();
  const said = (yes: boolean) => t(yes ? 'common.yes' : 'common.no');
  const check = t(`jobs.serialCheck.${job.serialCheck}`, { serial: job.serialRecorded ?? '' });
  const facts: readonly (readonly [string, string])[] = [
    [t('jobs.words'), job.words],
    [t('jobs.symptoms'), job.symptoms.map((one) => t(`jobs.symptom.${one}`)).join(' · ')],
    [t('jobs.serial'), [job.serial, check].filter(Boolean).join(' · ')],
    [t('jobs.declared'), words.money(job.declaredMinor, job.currency)],
    [t('jobs.contact'), job.contactVerified],
    [t('jobs.mayOpen'), said(job.mayOpen)],
    [t('jobs.mayGoAbroad'), said(job.mayGoAbroad)],
    [t('jobs.wantsPolish'), said(job.wantsPolish)],
    [t('jobs.needsWaterTest'), said(job.needsWaterTest)],
  ];
  return (
    <Section title={t('jobs.about')}>
      <dl className={classes.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([term, value]) => (
            <Fact key={term} term={term} value={value} />
          ))}
      </dl>
      {job.signature && <DrawnSignature signature={job.signature} label={t('jobs.signature')} />}
    </Section>
  );
}

function Fact({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** The marks on the outline, and the same in words. */
export function ConditionPart({ job }: { readonly job: Job }) {
  const { t } = useWords();
  const { points } = job.condition;
  return (
    <Section title={t('jobs.condition')}>
      <Group align="flex-start" wrap="nowrap">
        <ConditionDrawing condition={job.condition} />
        {points.length === 0 ? (
          <Text c="dimmed">{t('jobs.noMarks')}</Text>
        ) : (
          <ol>
            {points.map(({ x, y, word }) => (
              <li key={`${x} ${y} ${word}`}>{word}</li>
            ))}
          </ol>
        )}
      </Group>
    </Section>
  );
}

/** Photographs of the item; one more can be added while the job goes on. */
export function PhotosPart({ job }: { readonly job: Job }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const add = useTell('jobs.addPhoto');
  const choose = async (file: File | null) => {
    if (!file) return;
    const photo = await readPhoto(file, 'other').catch(() => null);
    if (photo) await add.mutateAsync({ jobId: job.id, ...photo });
    else toast(t('jobs.photoBad'));
  };
  return (
    <Section
      title={t('jobs.photos')}
      actions={
        isAllowed(staff.role, 'jobs.write') && (
          <FileButton
            accept={pictureTypes.join(',')}
            onChange={(file) => void choose(file).catch(toastError)}
          >
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={add.isPending}
                leftSection={<IconPhotoPlus size={18} aria-hidden />}
              >
                {t('jobs.photoAdd', { side: t('jobs.side.other') })}
              </Button>
            )}
          </FileButton>
        )
      }
    >
      <Group>
        {job.photos.map((photo) => (
          <Photo key={photo.id} photo={photo} />
        ))}
      </Group>
    </Section>
  );
}

function Photo({ photo }: { readonly photo: Job['photos'][number] }) {
  const { t } = useWords();
  const words = useJobWords();
  const { data } = useAsk('jobs.photo', { photoId: photo.id }, []);
  const side = t(`jobs.side.${photo.side}`);
  return (
    <div>
      {data && (
        <img
          className={`${classes.photo} ${classes.large}`}
          src={`data:${data.mime};base64,${data.base64}`}
          alt={t('jobs.photoOf', { side })}
        />
      )}
      <Text size="sm" c="dimmed">
        {side} · {words.instant(photo.at)}
      </Text>
    </div>
  );
}
