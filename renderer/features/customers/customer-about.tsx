import { ActionIcon, Badge, Button, Group, Stack, Text } from '@mantine/core';
import type { Customer } from '@shared/contract/customer-shapes';
import { formatYearlyDate } from '@shared/domain/dates';
import { IconEyeOff, IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { call } from '../../lib/call';
import { useWords } from '../../lib/i18n';
import { TextLink } from '../../ui/links';
import { Section } from '../../ui/section';
import { toast, toastError } from '../../ui/toast';
import { toastUndo } from '../../ui/toast-undo';
import { useBudgetWords } from './budget-words';
import classes from './customer-page.module.css';
import { useFact } from './fact-words';
import { useNames } from './names';

interface CustomerAboutProps {
  readonly customer: Customer;
  readonly onEdit: () => void;
  readonly onLink: () => void;
}

/** The quiet facts beside the story: how to reach, days, family, likes, who looks after them. */
export function CustomerAbout({ customer, onEdit, onLink }: CustomerAboutProps) {
  const { t } = useWords();
  return (
    <>
      <Section title={t('customers.contacts')}>
        <Reach customer={customer} onEdit={onEdit} />
      </Section>
      <Section title={t('customers.dates')}>
        <Dates customer={customer} />
      </Section>
      <Section
        title={t('customers.links')}
        actions={
          <Button variant="subtle" leftSection={<IconPlus size={18} aria-hidden />} onClick={onLink}>
            {t('customers.addLink')}
          </Button>
        }
      >
        <Links customer={customer} />
      </Section>
      <Section title={t('customers.likes')}>
        <Likes customer={customer} />
      </Section>
      <Section title={t('customers.advisor')}>
        <Pairs
          rows={[
            [t('customers.advisorFirst'), customer.primaryAdvisor?.name ?? t('customers.nobody')],
            [t('customers.advisorSecond'), customer.secondaryAdvisor?.name ?? null],
          ]}
        />
      </Section>
    </>
  );
}

/** A fact: its name, what it says, and a key where several have one name. */
type Row = readonly [name: string, value: ReactNode, key?: string];

/** Facts by name; those that are not known are left out. */
function Pairs({ rows }: { readonly rows: readonly Row[] }) {
  return (
    <dl className={classes.pairs}>
      {rows
        .filter(([, value]) => value)
        .map(([name, value, key]) => (
          <div key={key ?? name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function Reach({ customer, onEdit }: { readonly customer: Customer; readonly onEdit: () => void }) {
  const { t } = useWords();
  const names = useNames();
  const channel = customer.preferredChannel as 'email' | null;
  if (customer.contacts.length === 0 && !channel && !customer.contactHours && !customer.address)
    return (
      <Button variant="subtle" px={0} onClick={onEdit}>
        {t('customers.noContact')}
      </Button>
    );
  return (
    <Pairs
      rows={[
        ...customer.contacts.map(
          ({ id, kind, normalised, value, label }): Row => [
            label ?? t(`customers.contactKind.${kind}`),
            kind === 'phone' || kind === 'whatsapp' ? names.contact(normalised) : value,
            id,
          ],
        ),
        [t('customers.field.preferredChannel'), channel && t(`customers.channel.${channel}`)],
        [t('customers.field.contactHours'), customer.contactHours],
        [
          t('customers.field.address'),
          [customer.address, customer.district, customer.country].filter(Boolean).join(', '),
        ],
        [t('customers.field.occupation'), customer.occupation],
        [
          t('customers.field.source'),
          t(`customers.acquaintance.${customer.source as 'counter'}`, { defaultValue: customer.source }),
        ],
      ]}
    />
  );
}

function Discreet({ why }: { readonly why: string }) {
  const { t } = useWords();
  return (
    <Badge
      variant="outline"
      color="orange"
      c="var(--warning-text)"
      title={why}
      leftSection={<IconEyeOff size={12} aria-hidden />}
    >
      {t('customers.discreet')}
    </Badge>
  );
}

function Dates({ customer }: { readonly customer: Customer }) {
  const { t, language } = useWords();
  const { birthMonth, birthDay, birthYear } = customer;
  const rows: Row[] = [];
  if (birthMonth !== null && birthDay !== null)
    rows.push([
      t('customers.birthday'),
      [formatYearlyDate(birthMonth, birthDay, language), birthYear].filter(Boolean).join(' · '),
    ]);
  for (const date of customer.dates)
    rows.push([
      date.label ?? t(`customers.dateKind.${date.kind}`),
      <Group key={date.id} gap={6}>
        {[formatYearlyDate(date.month, date.day, language), date.year].filter(Boolean).join(' · ')}
        {date.isDiscreet && <Discreet why={t('customers.discreetDate')} />}
      </Group>,
      date.id,
    ]);
  if (rows.length === 0) return <Text c="dimmed">{t('customers.noDates')}</Text>;
  return <Pairs rows={rows} />;
}

function Links({ customer }: { readonly customer: Customer }) {
  const { t } = useWords();
  const names = useNames();
  const remove = async (link: Customer['links'][number]) => {
    const { relation, note, isDiscreet, other } = link;
    const again = { customerId: customer.id, otherId: other.id, relation, note, isDiscreet };
    const putBack = () => call('customers.link', again).then(() => toast(t('common.undone')), toastError);
    await call('customers.unlink', { id: link.id }).then(
      () => toastUndo(t('customers.unlinked'), t('common.undo'), () => void putBack()),
      toastError,
    );
  };
  if (customer.links.length === 0) return <Text c="dimmed">{t('customers.noLinks')}</Text>;
  return (
    <Stack gap={4}>
      {customer.links.map((link) => (
        <Group key={link.id} justify="space-between" wrap="nowrap" gap="xs">
          <div style={{ minWidth: 0 }}>
            <TextLink to="/customers/$customerId" params={{ customerId: link.other.id }}>
              {names.full(link.other)}
            </TextLink>
            <Group gap={6}>
              <Text size="sm" c="dimmed">
                {[t(`customers.relation.${link.relation}`), link.note].filter(Boolean).join(' · ')}
              </Text>
              {link.isDiscreet && <Discreet why={t('customers.linkDiscreetHint')} />}
            </Group>
          </div>
          <ActionIcon
            aria-label={t('customers.unlink', { name: names.short(link.other) })}
            onClick={() => void remove(link)}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
    </Stack>
  );
}

function Likes({ customer }: { readonly customer: Customer }) {
  const { t, language } = useWords();
  const sayFact = useFact();
  const sayBudget = useBudgetWords();
  const likes = customer.preferences;
  if (!likes) return <Text c="dimmed">{t('customers.noLikes')}</Text>;
  const budget = sayBudget(likes);
  const facts = (codes: readonly string[]) => codes.map(sayFact).join(language === 'en' ? ', ' : '、');
  return (
    <Stack gap={6}>
      <Text>
        {[likes.wristMm && t('customers.wrist', { mm: likes.wristMm }), sayFact(likes.strap ?? '')]
          .filter(Boolean)
          .join(' · ')}
      </Text>
      <Pairs
        rows={[
          [t('customers.brands'), likes.brands.join(language === 'en' ? ', ' : '、')],
          [t('customers.metals'), facts(likes.metals)],
          [t('customers.colours'), facts(likes.colours)],
          [t('customers.likesNote'), likes.note],
        ]}
      />
      {budget && <Text>{budget}</Text>}
    </Stack>
  );
}
