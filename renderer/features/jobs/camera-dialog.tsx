import { Alert, Button, Group, Loader, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { photoSides } from '@shared/contract/jobs';
import { IconCamera } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import classes from './jobs.module.css';
import { type NewPhoto, photoOf } from './photo-file';
import { useCamera } from './use-camera';

interface CameraDialogProps {
  /** How many more may be taken. */
  readonly room: number;
  readonly onPhoto: (photo: NewPhoto) => void;
  readonly onClose: () => void;
}

/** What is photographed next: the back after the front, then whatever else there is. */
const sideAfter = { front: 'back', back: 'other', other: 'other' } as const;

/** The camera's picture, a shutter on the space bar, and which camera. */
export function CameraDialog({ room, onPhoto, onClose }: CameraDialogProps) {
  const { t } = useWords();
  return (
    <Dialog title={t('jobs.camera.title')} isOpen onClose={onClose} size={820}>
      <Finder room={room} onPhoto={onPhoto} onClose={onClose} />
    </Dialog>
  );
}

function Finder({ room, onPhoto, onClose }: CameraDialogProps) {
  const { t } = useWords();
  const camera = useCamera();
  const video = useRef<HTMLVideoElement>(null);
  const shutter = useRef<HTMLButtonElement>(null);
  const [side, setSide] = useState<NewPhoto['side']>('front');
  const [taken, setTaken] = useState(0);
  const { stream, problem } = camera;
  useEffect(() => {
    if (!video.current || !stream) return;
    video.current.srcObject = stream;
    shutter.current?.focus();
  }, [stream]);
  const isFull = room <= 0;
  const take = () => {
    const picture = video.current;
    if (!picture || picture.videoWidth === 0 || isFull) return;
    onPhoto(photoOf(picture, { width: picture.videoWidth, height: picture.videoHeight }, side));
    setSide(sideAfter[side]);
    setTaken((count) => count + 1);
  };
  if (problem)
    return (
      <Stack>
        <Alert variant="outline" color="yellow" role="alert" title={t(`jobs.camera.problem.${problem}`)}>
          {t('jobs.camera.otherwise')}
        </Alert>
        <Group justify="flex-end">
          <Button variant="default" onClick={camera.again}>
            {t('common.retry')}
          </Button>
          <Button onClick={onClose}>{t('common.close')}</Button>
        </Group>
      </Stack>
    );
  return (
    <Stack>
      {/* The sound is not asked for: there is nothing to caption. */}
      <video
        ref={video}
        className={classes.finder}
        aria-label={t('jobs.camera.finder')}
        autoPlay
        muted
        playsInline
      />
      {!stream && (
        <Group>
          <Loader size="sm" />
          <Text>{t('jobs.camera.starting')}</Text>
        </Group>
      )}
      <Group align="flex-end">
        <SegmentedControl
          aria-label={t('jobs.camera.side')}
          value={side}
          onChange={(value) => setSide(value as NewPhoto['side'])}
          data={photoSides.map((value) => ({ value, label: t(`jobs.side.${value}`) }))}
        />
        {camera.cameras.length > 1 && (
          <Select
            label={t('jobs.camera.which')}
            allowDeselect={false}
            value={camera.chosen}
            data={camera.cameras.map(({ deviceId, label }, index) => ({
              value: deviceId,
              label: label || t('jobs.camera.unnamed', { number: index + 1 }),
            }))}
            onChange={(value) => value && camera.choose(value)}
          />
        )}
      </Group>
      <Text size="sm" aria-live="polite">
        {isFull ? t('jobs.camera.full') : t('jobs.camera.taken', { count: taken })}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('jobs.camera.done')}
        </Button>
        <Button
          ref={shutter}
          size="md"
          disabled={!stream || isFull}
          aria-keyshortcuts="Space"
          leftSection={<IconCamera size={20} aria-hidden />}
          onClick={take}
        >
          {t('jobs.camera.shutter')}
        </Button>
      </Group>
      <Text size="sm" c="dimmed">
        {t('jobs.camera.hint')}
      </Text>
    </Stack>
  );
}
