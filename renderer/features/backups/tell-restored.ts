import { notifications } from '@mantine/notifications';
import type { Output } from '@shared/contract';
import type { TFunction } from 'i18next';
import { toast } from '../../ui/toast';

/**
 * Says over the lock screen that it is done, and where the word "no" of customers could not be carried over: the one
 * thing that somebody must then look after.
 */
export function tellRestored(
  t: TFunction<'words'>,
  result: Pick<Output<'restore.run'>, 'carried'> | null,
): void {
  if (!result) return;
  toast(t('backups.wizard.done'));
  if (result.carried.suppressions !== null) return;
  // Stays until it is closed.
  notifications.show({
    message: t('backups.wizard.notCarried'),
    color: 'yellow',
    autoClose: false,
    withBorder: true,
  });
}
