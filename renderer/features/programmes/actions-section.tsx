import { Badge, Button, Checkbox, Menu, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import type { Programme, ProgrammeAction } from '@shared/contract/programmes';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { call } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { EmptyState } from '../../ui/empty-state';
import { TextLink } from '../../ui/links';
import { Section } from '../../ui/section';
import { toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { ActionForm } from './action-form';
import type { ProgrammeAnswer } from './programme-answer';
import { useProgrammeWords } from './programme-words';
import classes from './programmes.module.css';
import { TickDialog } from './tick-dialog';
import { useBeginCampaign } from './use-begin-campaign';

/** What is done for the programme, by whom and by when, and what it costs. */
export function ActionsSection({ answer: { programme, actions } }: { readonly answer: ProgrammeAnswer }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const [isAdding, setAdding] = useState(false);
  const mayWrite = isAllowed(staff.role, 'programmes.write') && programme.status !== 'closed';
  return (
    <Section
      title={t('programmes.actions.title')}
      actions={
        mayWrite && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('programmes.actions.add')}
          </Button>
        )
      }
    >
      <Budget programme={programme} />
      {actions.length === 0 && (
        <EmptyState title={t('programmes.actions.empty')} hint={t('programmes.actions.emptyHint')} />
      )}
      <ul className={classes.list}>
        {actions.map((action) => (
          <ActionItem key={action.id} action={action} programme={programme} />
        ))}
      </ul>
      {isAdding && <ActionForm programme={programme} action={null} onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Budget({ programme }: { readonly programme: Programme }) {
  const { t } = useWords();
  const words = useProgrammeWords();
  const { budgetMinor, spentMinor, currency } = programme;
  const share = budgetMinor ? Math.min(1, spentMinor / budgetMinor) : 0;
  const over = budgetMinor === null ? 0 : spentMinor - budgetMinor;
  return (
    <div>
      <Text size="sm">{words.budget(programme)}</Text>
      {budgetMinor !== null && (
        <div className={classes.track} aria-hidden>
          <div className={classes.fill} style={{ width: `${share * 100}%` }} />
        </div>
      )}
      {over > 0 && (
        <Text size="sm" className={classes.late}>
          {t('programmes.budgetLine.over', { amount: words.money(over, currency) })}
        </Text>
      )}
    </div>
  );
}

interface ActionItemProps {
  readonly action: ProgrammeAction;
  readonly programme: Programme;
}

function ActionItem({ action, programme }: ActionItemProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const words = useProgrammeWords();
  const [doing, setDoing] = useState<'tick' | 'edit' | null>(null);
  const tick = useTell('programmes.tick');
  const mayTick = isAllowed(staff.role, 'programmes.act') && programme.status === 'running';
  const isOpen = action.done === null;
  return (
    <li className={classes.action}>
      <Checkbox
        aria-label={`${t('programmes.actions.tick')}: ${action.what}`}
        checked={!isOpen}
        disabled={!mayTick}
        onChange={() =>
          isOpen
            ? setDoing('tick')
            : tick.mutate({ actionId: action.id, isDone: false }, { onError: toastError })
        }
      />
      <div>
        <Text className={classes.name}>{action.what}</Text>
        <Text size="sm">
          {t(`programmes.actions.kinds.${action.kind}`)} ·{' '}
          {action.done
            ? t('programmes.actions.doneLine', {
                date: words.date(action.done.at),
                name: action.done.by.name,
              })
            : t('programmes.actions.dueLine', { date: words.day(action.dueOn), name: action.owner.name })}
        </Text>
        {action.event && (
          <TextLink to="/events/$eventId" params={{ eventId: action.event.id }} size="sm">
            {action.event.name}
          </TextLink>
        )}
        <ActionCampaign action={action} programme={programme} />
        {(action.outcome || action.spentMinor !== null) && (
          <Text size="sm" c="dimmed">
            {[
              action.outcome,
              action.spentMinor === null ? '' : words.money(action.spentMinor, programme.currency),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        )}
      </div>
      <div>
        {action.isLate && programme.status === 'running' && (
          <Badge color="red" variant="outline" c="var(--danger-text)">
            {t('programmes.actions.late')}
          </Badge>
        )}
        <ActionMenu action={action} programme={programme} onEdit={() => setDoing('edit')} />
      </div>
      {doing === 'tick' && (
        <TickDialog action={action} currency={programme.currency} onClose={() => setDoing(null)} />
      )}
      {doing === 'edit' && (
        <ActionForm programme={programme} action={action} onClose={() => setDoing(null)} />
      )}
    </li>
  );
}

/** The campaign that the action is, or the way to begin it. */
function ActionCampaign({ action, programme }: ActionItemProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const begin = useBeginCampaign(programme.id);
  const { campaign } = action;
  if (action.kind !== 'campaign') return null;
  if (campaign) {
    const said = `${campaign.name} · ${t(`campaigns.status.${campaign.status}`)}`;
    if (!isAllowed(staff.role, 'campaigns.read')) return <Text size="sm">{said}</Text>;
    return (
      <TextLink to="/campaigns/$campaignId" params={{ campaignId: campaign.id }} size="sm">
        {said}
      </TextLink>
    );
  }
  if (action.done || programme.status === 'closed' || !isAllowed(staff.role, 'campaigns.write')) return null;
  return (
    <Button
      variant="default"
      mt={6}
      loading={begin.isPending}
      aria-label={`${t('programmes.actions.begin')}: ${action.what}`}
      onClick={() => begin.start(action.id)}
    >
      {t('programmes.actions.begin')}
    </Button>
  );
}

function ActionMenu({ action, programme, onEdit }: ActionItemProps & { readonly onEdit: () => void }) {
  const { t } = useWords();
  const { staff } = useCounter();
  const remove = useTell('programmes.removeAction');
  if (!isAllowed(staff.role, 'programmes.write') || programme.status === 'closed' || action.done) return null;
  const takeOff = () =>
    remove.mutate(
      { actionId: action.id },
      {
        onSuccess: () =>
          toastUndo(t('programmes.actions.removed'), t('common.undo'), () =>
            call('programmes.addAction', {
              programmeId: programme.id,
              kind: action.kind,
              what: action.what,
              dueOn: action.dueOn,
              ownerId: action.owner.id,
              eventId: action.event?.id ?? null,
              campaignId: action.campaign?.id ?? null,
            }),
          ),
        onError: toastError,
      },
    );
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Button variant="default" px="sm" aria-label={t('common.moreAbout', { what: action.what })}>
          <IconDots size={20} aria-hidden />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t('programmes.actions.edit')}</Menu.Item>
        <Menu.Item onClick={takeOff}>{t('programmes.actions.remove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
