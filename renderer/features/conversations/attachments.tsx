import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { attachmentExtensions, largestAttachment, mostAttachments } from '@shared/contract/conversations';
import { IconPaperclip, IconX } from '@tabler/icons-react';
import { CallError } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { toastError } from '../../ui/toast';

/** A file that was chosen and not saved yet. */
export interface Attached {
  readonly name: string;
  readonly base64: string;
}

interface AttachmentsProps {
  readonly files: readonly Attached[];
  readonly onChange: (files: readonly Attached[]) => void;
}

/** Files that go into the record with the conversation. */
export function Attachments({ files, onChange }: AttachmentsProps) {
  const { t } = useWords();
  const add = async (chosen: File[]) => {
    // Said here, by name, while the file can still be changed for a smaller one: main would refuse the whole form.
    for (const { name, size } of chosen)
      if (size === 0 || size > largestAttachment)
        throw new CallError('ATTACHMENT_TOO_LARGE', { name, megabytes: largestAttachment / 1024 / 1024 }, '');
    const read = await Promise.all(
      chosen.map(async (file) => ({ name: file.name, base64: await readBase64(file) })),
    );
    onChange([...files, ...read].slice(0, mostAttachments));
  };
  return (
    <Stack gap={4}>
      <Group gap="xs">
        <FileButton
          multiple
          accept={attachmentExtensions.map((extension) => `.${extension}`).join(',')}
          onChange={(chosen) => void add(chosen).catch(toastError)}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              disabled={files.length >= mostAttachments}
              leftSection={<IconPaperclip size={18} aria-hidden />}
            >
              {t('conversations.attach')}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {t('conversations.attachmentsHint')}
        </Text>
      </Group>
      {files.map((file, index) => (
        <Group key={`${file.name} ${String(index)}`} gap="xs">
          <Text size="sm">{file.name}</Text>
          <Button
            variant="subtle"
            px="xs"
            aria-label={t('conversations.detach', { name: file.name })}
            onClick={() => onChange(files.filter((_, other) => other !== index))}
          >
            <IconX size={16} aria-hidden />
          </Button>
        </Group>
      ))}
    </Stack>
  );
}

function readBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}
