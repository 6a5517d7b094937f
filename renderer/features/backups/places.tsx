import { ActionIcon, Badge, Button, Group, Loader, Text } from '@mantine/core';
import { formatBytes } from '@shared/domain/sizes';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useAsk, useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { ErrorNotice } from '../../ui/error-notice';
import { Section } from '../../ui/section';
import { toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { AddPlaceDialog } from './add-place-dialog';
import classes from './backups.module.css';
import { Copies } from './copies';
import type { ListedPlace } from './listed-place';

interface PlacesProps {
  readonly isManager: boolean;
  readonly onRestore: (folder: string) => void;
}

/** Each place with what really lies there now. */
export function Places({ isManager, onRestore }: PlacesProps) {
  const { t } = useWords();
  const listed = useAsk('backups.list', {}, ['backups', 'shop']);
  const [isAdding, setAdding] = useState(false);
  return (
    <Section
      title={t('backups.places')}
      actions={
        isManager && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('backups.addPlace')}
          </Button>
        )
      }
    >
      <ErrorNotice error={listed.error} onRetry={() => void listed.refetch()} />
      {listed.isPending && <Loader size="sm" aria-label={t('common.loading')} />}
      {listed.data?.length === 0 && (
        <EmptyState title={t('backups.placesEmpty')} hint={t('backups.placesEmptyHint')} />
      )}
      {listed.data?.map((place) => (
        <Place key={place.id} place={place} isManager={isManager} onRestore={onRestore} />
      ))}
      {listed.data && listed.data.length > 0 && (
        <Text size="sm" c="dimmed" mt="sm">
          {t('backups.retention')}
        </Text>
      )}
      {isAdding && <AddPlaceDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

interface PlaceProps extends PlacesProps {
  readonly place: ListedPlace;
}

function Place({ place, isManager, onRestore }: PlaceProps) {
  const { t } = useWords();
  const remove = useTell('backups.removePlace');
  const keep = useTell('backups.keepPlace');
  const doRemove = async () => {
    try {
      await remove.mutateAsync({ placeId: place.id });
    } catch (error) {
      return toastError(error);
    }
    toastUndo(t('backups.placeRemoved', { label: place.label }), t('common.undo'), () =>
      keep.mutate({ placeId: place.id }, { onError: toastError }),
    );
  };
  return (
    <article className={classes.place} aria-label={place.label}>
      <div className={classes.placeHead}>
        <div>
          <Group gap="xs">
            <Text fw={600}>{place.label}</Text>
            <Badge color="gray" c="var(--mantine-color-text)">
              {t(`setup.placeKind.${place.kind}`)}
            </Badge>
          </Group>
          <Text size="sm" c="dimmed" className={classes.folder}>
            {place.folder}
            {place.freeBytes !== null && ` · ${t('backups.free', { size: formatBytes(place.freeBytes) })}`}
          </Text>
          {!place.isReachable && <Text c="var(--warning-text)">{t('backups.unreachable')}</Text>}
          {place.missing.length > 0 && (
            <Text c="var(--warning-text)">{t('backups.state.missing', { count: place.missing.length })}</Text>
          )}
        </div>
        {isManager && (
          <ActionIcon
            color="gray"
            aria-label={t('setup.placeRemove', { label: place.label })}
            onClick={() => void doRemove()}
          >
            <IconTrash size={20} stroke={1.5} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {place.isReachable && <Copies place={place} isManager={isManager} onRestore={onRestore} />}
    </article>
  );
}
