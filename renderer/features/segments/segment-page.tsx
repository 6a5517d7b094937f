import { Button, Group, Skeleton, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { isAllowed } from '@shared/contract/permissions';
import { isWholeRule, type SegmentRule } from '@shared/domain/segments';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useAsk, useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { customerName } from '../../lib/customer-name';
import { type Draft, useDraft, useDraftValues } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { useSegmentCount } from '../../lib/segment-count';
import { useSegmentWords } from '../../lib/segment-words';
import { ErrorNotice } from '../../ui/error-notice';
import { ButtonLink, TextLink } from '../../ui/links';
import { Page } from '../../ui/page';
import { SegmentCountText } from '../../ui/segment-count';
import { toast } from '../../ui/toast';
import { RuleBuilder } from './rule-builder';
import classes from './segments.module.css';

interface Values {
  readonly name: string;
  readonly rule: SegmentRule;
}

/** Puts a segment together: conditions on the left, who that is now on the right. */
export function SegmentPage() {
  const { segmentId } = useParams({ from: '/segments/$segmentId' });
  const { copyOf } = useSearch({ from: '/segments/$segmentId' });
  const { t } = useWords();
  const list = useAsk('segments.list', { withRetired: true }, ['segments']);
  if (!list.data)
    return (
      <Page title={t('segments.title')}>
        <ErrorNotice error={list.error} onRetry={() => void list.refetch()} />
        {!list.error && <Skeleton height={300} />}
      </Page>
    );
  const original = list.data.find(({ id }) => id === (copyOf ?? segmentId));
  const isCopy = copyOf !== undefined;
  return (
    <Builder
      key={`${segmentId} ${copyOf ?? ''}`}
      segmentId={segmentId === 'new' ? null : segmentId}
      version={isCopy ? 0 : (original?.version ?? 0)}
      draftOf={isCopy ? `copy ${copyOf}` : segmentId}
      initial={{
        name: original ? (isCopy ? t('segments.copyOf', { name: original.name }) : original.name) : '',
        rule: original?.rule ?? { groups: [] },
      }}
    />
  );
}

interface BuilderProps {
  /** Null for a new one. */
  readonly segmentId: string | null;
  readonly version: number;
  readonly draftOf: string;
  readonly initial: Values;
}

function Builder(props: BuilderProps) {
  const { t } = useWords();
  const draft = useDraft<Values>('segments.segment', props.draftOf, props.initial);
  return (
    <Page
      title={props.initial.name || t('segments.new')}
      actions={
        <ButtonLink to="/segments" variant="default">
          {t('segments.back')}
        </ButtonLink>
      }
    >
      {draft.start && <Form {...props} draft={draft} start={draft.start} />}
    </Page>
  );
}

function Form({
  segmentId,
  version,
  draft,
  start,
}: BuilderProps & { readonly draft: Draft<Values>; readonly start: Values }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const navigate = useNavigate();
  const save = useTell('segments.save');
  const [values, change] = useDraftValues(draft, start);
  const isWhole = isWholeRule(values.rule);
  return (
    <form
      className={classes.columns}
      onSubmit={(event) => {
        event.preventDefault();
        const { name, rule } = values;
        save.mutate(
          { segmentId, version, name, rule },
          {
            onSuccess: () => {
              draft.clear();
              toast(t('segments.saved', { name }));
              void navigate({ to: '/segments' });
            },
          },
        );
      }}
    >
      <Stack gap="md">
        <RuleBuilder rule={values.rule} onChange={(rule) => change({ rule })} />
        <Text size="sm" c="dimmed">
          {t('segments.discreet')}
        </Text>
        {isAllowed(staff.role, 'segments.write') && (
          <>
            <ErrorNotice error={save.error} />
            <Group align="flex-end">
              <TextInput
                required
                flex={1}
                maw={460}
                label={t('segments.name')}
                placeholder={t('segments.namePlaceholder')}
                maxLength={80}
                value={values.name}
                onChange={(event) => change({ name: event.currentTarget.value })}
              />
              <Button type="submit" loading={save.isPending} disabled={!isWhole}>
                {t('segments.save')}
              </Button>
            </Group>
            {draft.isRestored && (
              <Text size="sm" c="dimmed">
                {t('needs.restored')}
              </Text>
            )}
          </>
        )}
      </Stack>
      <Who rule={isWhole ? values.rule : null} />
    </form>
  );
}

/** Who that is: in words, how many, and the first of them. */
function Who({ rule }: { rule: SegmentRule | null }) {
  const { t, language } = useWords();
  const sentence = useSegmentWords();
  const [settled] = useDebouncedValue(rule, 250);
  const { count, error } = useSegmentCount(settled);
  return (
    <Stack component="section" gap="sm" className={classes.aside} aria-label={t('segments.count')}>
      {rule ? (
        <>
          <Text className={classes.sentence}>{sentence(rule)}</Text>
          <SegmentCountText count={count} fz={24} fw={600} />
          <ErrorNotice error={error} />
          {count?.isWhole && count.found === 0 && <Text c="dimmed">{t('segments.nobody')}</Text>}
          {count && count.people.length > 0 && (
            <>
              <Title order={2} fz="sm" c="dimmed" fw={400}>
                {t('segments.people')}
              </Title>
              <ul className={classes.list}>
                {count.people.map((card) => (
                  <li key={card.id}>
                    <TextLink
                      to="/customers/$customerId"
                      params={{ customerId: card.id }}
                      display="block"
                      py={6}
                    >
                      {customerName(card, language)}{' '}
                      <Text span size="sm" c="dimmed">
                        {card.number}
                      </Text>
                    </TextLink>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      ) : (
        <Text c="dimmed">{t('segments.unfinished')}</Text>
      )}
    </Stack>
  );
}
