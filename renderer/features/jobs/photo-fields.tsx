import { ActionIcon, Button, FileButton, Group, Stack, Text, TextInput } from '@mantine/core';
import { mostPhotos, photoSides } from '@shared/contract/jobs';
import { pictureTypes } from '@shared/contract/products';
import { IconCamera, IconPhotoPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../../lib/i18n';
import { toast } from '../../ui/toast';
import { CameraDialog } from './camera-dialog';
import classes from './jobs.module.css';
import { type NewPhoto, readPhoto } from './photo-file';

interface PhotoFieldsProps {
  readonly photos: readonly NewPhoto[];
  readonly onChange: (photos: NewPhoto[]) => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
}

/** Photographs of front and back from files or the camera, or why there are none. */
export function PhotoFields({ photos, onChange, reason, onReason }: PhotoFieldsProps) {
  const { t } = useWords();
  const [isCamera, setCamera] = useState(false);
  const add = async (file: File | null, side: NewPhoto['side']) => {
    if (!file) return;
    try {
      onChange([...photos, await readPhoto(file, side)]);
    } catch {
      toast(t('jobs.photoBad'));
    }
  };
  const isMissing = !(['front', 'back'] as const).every((side) => photos.some((one) => one.side === side));
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t('jobs.photosHint')}
      </Text>
      <Group>
        {photoSides.map((side) => (
          <FileButton key={side} accept={pictureTypes.join(',')} onChange={(file) => void add(file, side)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                disabled={photos.length >= mostPhotos}
                leftSection={<IconPhotoPlus size={18} aria-hidden />}
              >
                {t('jobs.photoAdd', { side: t(`jobs.side.${side}`) })}
              </Button>
            )}
          </FileButton>
        ))}
        <Button
          variant="default"
          disabled={photos.length >= mostPhotos}
          leftSection={<IconCamera size={18} aria-hidden />}
          onClick={() => setCamera(true)}
        >
          {t('jobs.camera.open')}
        </Button>
      </Group>
      {isCamera && (
        <CameraDialog
          room={mostPhotos - photos.length}
          onPhoto={(photo) => onChange([...photos, photo])}
          onClose={() => setCamera(false)}
        />
      )}
      <Group>
        {photos.map((photo) => (
          <div key={photo.base64.slice(-64)}>
            <img
              className={classes.photo}
              src={`data:${photo.mime};base64,${photo.base64}`}
              alt={t('jobs.photoOf', { side: t(`jobs.side.${photo.side}`) })}
            />
            <Group gap={4} justify="space-between">
              <Text size="sm">{t(`jobs.side.${photo.side}`)}</Text>
              <ActionIcon
                aria-label={t('jobs.photoRemove', { side: t(`jobs.side.${photo.side}`) })}
                onClick={() => onChange(photos.filter((one) => one !== photo))}
              >
                <IconTrash size={18} aria-hidden />
              </ActionIcon>
            </Group>
          </div>
        ))}
      </Group>
      {isMissing && (
        <TextInput
          label={t('jobs.noPhotos')}
          value={reason}
          maxLength={200}
          onChange={(event) => onReason(event.currentTarget.value)}
        />
      )}
    </Stack>
  );
}
