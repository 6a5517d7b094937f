import { Button, Stack, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { civilDateOf } from '@shared/domain/dates';
import { useNavigate } from '@tanstack/react-router';
import { useCounter } from '../../lib/counter';
import { askForNewNeed, setCurrentNeed } from '../../lib/current-need';
import { useWords } from '../../lib/i18n';
import { goToPart } from '../../lib/parts';
import type { CustomerPanel } from '../../ui/customer-panel';
import { Section } from '../../ui/section';
import { dutyParts } from './duty-parts';
import { useDutyWords } from './duty-words';
import classes from './today.module.css';
import { type NextStep, useNext } from './use-next';

const alsoShown = 3;

/** The next best thing to do with this customer, why, and one button; then what else is open. */
export const NextPanel: CustomerPanel = ({ customerId }) => {
  const { t } = useWords();
  const { staff } = useCounter();
  const steps = useNext(customerId);
  const words = useStepWords();
  const act = useAct(customerId);
  const [best, ...rest] = steps ?? [];
  const mayDo = (step: NextStep) => step.kind !== 'ask' || isAllowed(staff.role, 'needs.write');
  return (
    <Section title={t('today.next.title')}>
      {steps && !best && (
        <>
          <Text fw={600}>{t('today.next.nothing')}</Text>
          <Text size="sm" c="dimmed">
            {t('today.next.nothingHint')}
          </Text>
        </>
      )}
      {best && (
        <Stack gap={6} className={classes.next} align="flex-start">
          <Text fw={600}>{words.title(best)}</Text>
          {words.why(best) && <Text size="sm">{words.why(best)}</Text>}
          {best.duty?.needsConsent && (
            <Text size="sm" c="dimmed">
              {t('today.needsConsent')}
            </Text>
          )}
          {mayDo(best) && (
            <Button mt={4} onClick={() => act(best)}>
              {t(`${wordsOf(best)}.do`)}
            </Button>
          )}
        </Stack>
      )}
      {rest.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mt="sm">
            {t('today.next.also')}
          </Text>
          <ul className={classes.also}>
            {rest.slice(0, alsoShown).map((step) => (
              <li key={`${step.kind}-${step.duty?.id ?? ''}-${step.dueOn ?? ''}`}>
                <Text size="sm">{words.title(step)}</Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
};

/** Where the words of a step stand: a duty's with its kind, a mere opportunity's here. */
function wordsOf({ kind }: NextStep) {
  switch (kind) {
    case 'vip-invite':
    case 'complement':
    case 'ask':
      return `today.next.${kind}` as const;
    default:
      return `duties.${kind}` as const;
  }
}

/** Steps in the language on the screen; a discreet one stays covered. */
function useStepWords() {
  const { t } = useWords();
  const { shop } = useCounter();
  const duties = useDutyWords(civilDateOf(Date.now(), shop.timeZone));
  const facts = (step: NextStep) => ({
    ...(step.duty ? duties.facts(step.duty) : {}),
    product: step.product,
    date: step.dueOn ? duties.day(step.dueOn) : '',
    due: step.duty ? duties.when(step.duty) : '',
    item: String(step.duty?.params.item ?? ''),
    label: step.duty ? duties.label(step.duty) : '',
  });
  return {
    title: (step: NextStep): string =>
      step.duty?.isDiscreet ? t('today.next.covered') : t(`${wordsOf(step)}.next`, facts(step)),
    why(step: NextStep): string {
      if (step.duty?.isDiscreet) return t('today.next.coveredWhy');
      if (step.kind === 'oral-consent' && step.duty?.isOverdue) return t('duties.oral-consent.late');
      const words = wordsOf(step);
      return words === 'today.next.complement' ? '' : t(`${words}.why`, facts(step));
    },
  };
}

/** What the one button does. */
function useAct(customerId: string): (step: NextStep) => void {
  const navigate = useNavigate();
  return ({ kind, duty }) => {
    switch (kind) {
      case 'arrival':
      case 'need':
      case 'postponed':
        return setCurrentNeed(customerId, duty?.id ?? null);
      case 'complement':
        setCurrentNeed(customerId, null);
        return goToPart('recommendations');
      case 'vip':
      case 'vip-invite':
        return void navigate({ to: '/vip/$customerId', params: { customerId } });
      case 'birthday':
      case 'date':
      case 'ask':
        return askForNewNeed();
      default:
        return goToPart(dutyParts[kind]);
    }
  };
}
