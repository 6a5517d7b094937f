import { notifications } from '@mantine/notifications';
import i18next from 'i18next';
import { errorText } from '../lib/i18n';

/** The cross of a toast, named for a screen reader. */
export function closeButton() {
  return { 'aria-label': i18next.t('common.close') };
}

/** A short confirmation at the bottom of the window. */
export function toast(message: string): void {
  notifications.show({ message, autoClose: 4000, withBorder: true, closeButtonProps: closeButton() });
}

/** A refused operation, in words, until it is closed. */
export function toastError(error: unknown): void {
  notifications.show({
    message: errorText(error),
    color: 'red',
    autoClose: 12_000,
    withBorder: true,
    closeButtonProps: closeButton(),
  });
}
