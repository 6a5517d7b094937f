import { Text } from '@mantine/core';
import type { Output } from '@shared/contract';
import { useAsk } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { FetchUpdate } from './fetch-update';
import { PlaceForm } from './place-form';

/** Which version runs, where new ones come from, and fetching one. */
export function UpdatesPage() {
  const { t } = useWords();
  const state = useAsk('updates.state', {}, ['updates', 'shop']);
  return (
    <Page title={t('updates.title')} subtitle={t('updates.subtitle')}>
      <ErrorNotice error={state.error} />
      {state.data && <Version state={state.data} />}
    </Page>
  );
}

function Version({ state }: { readonly state: Output<'updates.state'> }) {
  const { t } = useWords();
  const { staff, shop } = useCounter();
  const { version, build, place, waiting } = state;
  const isManager = staff.role === 'manager';
  const isHere = build === 'self' && !shop.isSample;
  const instead = shop.isSample
    ? t('updates.sample')
    : build !== 'self'
      ? t(`updates.notHere.${build}`)
      : null;
  return (
    <>
      <Section title={t('updates.running', { version })}>
        {instead && <Text maw={760}>{instead}</Text>}
        {isHere && !isManager && <Text c="dimmed">{t('updates.readOnly')}</Text>}
        {waiting !== null && <Waiting version={waiting} />}
        {isHere && isManager && place !== null && <FetchUpdate key={place} />}
      </Section>
      {/* A shop that moved to a build of another kind must still be able to turn its place off. */}
      {isManager && (isHere || (place !== null && !shop.isSample)) && (
        <Section title={t('updates.place')}>
          <PlaceForm key={place} place={place} />
        </Section>
      )}
    </>
  );
}

function Waiting({ version }: { readonly version: string }) {
  const { t } = useWords();
  return (
    <div role="status">
      <Text fw={600}>{t('updates.waiting', { version })}</Text>
      <Text c="dimmed" maw={760} mb="md">
        {t('updates.waitingWhy')}
      </Text>
    </div>
  );
}
