import { Stack, Text } from '@mantine/core';
import type { Programme } from '@shared/contract/programmes';
import { useWords } from '../../lib/i18n';
import { useAction } from '../../lib/use-action';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { ProgressPanel } from '../../ui/progress-panel';
import { toast } from '../../ui/toast';

interface StartProgrammeProps {
  readonly programme: Programme;
  readonly onClose: () => void;
}

/** The one step that cannot be taken back, and why it cannot. */
export function StartProgramme({ programme, onClose }: StartProgrammeProps) {
  const { t } = useWords();
  const starting = useAction('programmes.start');
  const start = async () => {
    const done = await starting.start({ programmeId: programme.id, version: programme.version });
    if (!done) return;
    toast(t('programmes.start.done', done));
    onClose();
  };
  return (
    <Dialog
      title={t('programmes.start.title')}
      isOpen
      onClose={() => {
        starting.cancel();
        onClose();
      }}
    >
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void start();
        }}
      >
        <Stack gap="md">
          <Text>
            {t('programmes.people.draft', {
              name: programme.segment.name,
              percent: programme.heldOutPercent,
            })}
          </Text>
          <Text size="sm">{t('programmes.start.hint')}</Text>
          {starting.startedAt !== null && (
            <ProgressPanel
              step={t('programmes.start.freezing')}
              progress={starting.progress}
              startedAt={starting.startedAt}
              onCancel={starting.cancel}
            />
          )}
          <FormEnd
            error={starting.error}
            isPending={starting.startedAt !== null}
            submit={t('programmes.start.do')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
