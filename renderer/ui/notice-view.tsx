import { List, Stack, Text, Title } from '@mantine/core';
import type { Notice } from '@shared/contract/notices';
import { noticeBlocks } from '@shared/domain/notice-text';

interface NoticeViewProps {
  readonly notice: Pick<Notice, 'title' | 'body' | 'language'>;
  /** Where the title stands in the screen's outline. */
  readonly order?: 2 | 3;
}

/** A notice word for word as it is kept and hashed, easily readable (s.35C). */
export function NoticeView({ notice, order = 3 }: NoticeViewProps) {
  return (
    <Stack gap="sm" lang={notice.language}>
      <Title order={order} fz="lg">
        {notice.title}
      </Title>
      {noticeBlocks(notice.body).map((block, index) => {
        const key = `${notice.language} ${index}`;
        if (block.kind === 'heading')
          return (
            <Text key={key} fw={600} mt="xs">
              {block.text}
            </Text>
          );
        if (block.kind === 'list')
          return (
            <List key={key} spacing={2}>
              {block.entries.map((entry) => (
                <List.Item key={entry}>{entry}</List.Item>
              ))}
            </List>
          );
        return <Text key={key}>{block.text}</Text>;
      })}
    </Stack>
  );
}
