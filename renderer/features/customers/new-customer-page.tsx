import { Button, Collapse, Group, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue, useDisclosure } from '@mantine/hooks';
import { parseName } from '@shared/domain/names';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { type Draft, useDraft } from '../../lib/drafts';
import { useWords } from '../../lib/i18n';
import { ErrorNotice } from '../../ui/error-notice';
import { Page } from '../../ui/page';
import { RestoredNote } from '../../ui/restored-note';
import { toast } from '../../ui/toast';
import { LikelyCustomers } from './likely-customers';
import classes from './new-customer.module.css';
import {
  AdvisorFields,
  BirthdayFields,
  CallingFields,
  DiscretionFields,
  LanguageField,
  NameFields,
  ReachFields,
} from './record-fields';
import { useContactRemark } from './record-lists';
import { blankValues, changesOf, type RecordValues } from './record-values';

/** What is typed at once: the name as it is said, and one contact. */
interface Quick {
  typedName: string;
  phone: string;
  email: string;
}
type NewValues = RecordValues & Quick;

const noQuick: Quick = { typedName: '', phone: '', email: '' };
const nameParts = [
  'title',
  'familyName',
  'givenName',
  'englishName',
  'chineseName',
  'preferredName',
] as const;

/** A new customer: one box for the name, one contact, saved with Ctrl+Enter. */
export function NewCustomerPage() {
  const { t } = useWords();
  const { staff } = useCounter();
  const blank: NewValues = {
    ...blankValues,
    ...noQuick,
    primaryAdvisorId: staff.role === 'advisor' ? staff.id : null,
  };
  const { name } = useSearch({ from: '/customers/new' });
  const draft = useDraft<NewValues>('customers.new', 'new', blank);
  const [round, setRound] = useState(0);
  const startAgain = () => {
    draft.clear();
    setRound(round + 1);
  };
  return (
    <Page title={t('customers.newHeading')} subtitle={t('customers.newHint')}>
      {draft.start && (
        <NewCustomerForm
          key={`${round} ${name ?? ''}`}
          draft={draft}
          start={name ? { ...blank, ...searchedFor(name) } : round === 0 ? draft.start : blank}
          onStartAgain={round === 0 && draft.isRestored && !name ? startAgain : null}
        />
      )}
    </Page>
  );
}

/** What was looked for in the search box, where it belongs on a record: a number, an address or a name. */
function searchedFor(text: string): Partial<NewValues> {
  if (text.includes('@')) return { email: text };
  if (!/\p{L}/u.test(text)) return { phone: text };
  const { otherNames: _, ...name } = parseName(text);
  return { typedName: text, ...name };
}

interface NewCustomerFormProps {
  readonly draft: Draft<NewValues>;
  readonly start: NewValues;
  /** Given when something typed before was found. */
  readonly onStartAgain: (() => void) | null;
}

function NewCustomerForm({ draft, start, onStartAgain }: NewCustomerFormProps) {
  const { t } = useWords();
  const { shop } = useCounter();
  const navigate = useNavigate();
  const create = useTell('customers.create');
  const [isUnfolded, unfold] = useDisclosure(false);
  const { typedName, phone, email, ...record } = start;
  const [quick, setQuick] = useState<Quick>({ typedName, phone, email });
  const latest = useRef(quick);
  const form = useForm<RecordValues>({
    initialValues: record,
    onValuesChange: (values) => draft.keep({ ...values, ...latest.current }),
  });
  const remark = useContactRemark();

  const type = (part: Partial<Quick>) => {
    const next = { ...latest.current, ...part };
    latest.current = next;
    setQuick(next);
    draft.keep({ ...form.getValues(), ...next });
  };
  const readName = (said: string) => {
    const before = parseName(quick.typedName);
    const now = parseName(said);
    const values = form.getValues();
    // A part that was corrected by hand stays as it is.
    const untouched = nameParts.filter((part) => (values[part] || null) === (before[part] || null));
    type({ typedName: said });
    form.setValues(
      Object.fromEntries(untouched.map((part) => [part, part === 'title' ? now.title : (now[part] ?? '')])),
    );
  };
  const save = () => {
    const contacts = [
      { key: 'phone', kind: 'phone' as const, value: quick.phone, label: '' },
      { key: 'email', kind: 'email' as const, value: quick.email, label: '' },
    ];
    create.mutate(changesOf({ ...form.getValues(), contacts }, blankValues, shop.currency), {
      onSuccess: ({ id }) => {
        draft.clear();
        toast(t('customers.created'));
        void navigate({ to: '/customers/$customerId', params: { customerId: id } });
      },
    });
  };
  const [likely] = useDebouncedValue({ ...form.values, ...quick }, 150);

  return (
    <form
      className={classes.columns}
      onSubmit={form.onSubmit(save)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          save();
        }
      }}
    >
      <Stack gap="md">
        {onStartAgain && <RestoredNote label={t('customers.startAgain')} onDiscard={onStartAgain} />}
        <TextInput
          size="lg"
          label={t('customers.nameBox')}
          description={t('customers.nameBoxHint')}
          autoComplete="off"
          autoFocus
          value={quick.typedName}
          onChange={(event) => readName(event.currentTarget.value)}
        />
        <SimpleGrid cols={3} spacing="sm">
          <TextInput
            label={t('customers.phone')}
            inputMode="tel"
            autoComplete="off"
            description={remark('phone', quick.phone)}
            inputWrapperOrder={['label', 'input', 'description']}
            value={quick.phone}
            onChange={(event) => type({ phone: event.currentTarget.value })}
          />
          <TextInput
            label={t('customers.email')}
            inputMode="email"
            autoComplete="off"
            description={remark('email', quick.email)}
            inputWrapperOrder={['label', 'input', 'description']}
            value={quick.email}
            onChange={(event) => type({ email: event.currentTarget.value })}
          />
          <LanguageField form={form} />
        </SimpleGrid>
        <fieldset className={classes.read}>
          <legend>
            {t('customers.readAs')} <span>{t('customers.readAsHint')}</span>
          </legend>
          <NameFields form={form} />
        </fieldset>
        <Button
          variant="subtle"
          onClick={unfold.toggle}
          aria-expanded={isUnfolded}
          leftSection={
            isUnfolded ? <IconChevronUp size={18} aria-hidden /> : <IconChevronDown size={18} aria-hidden />
          }
          style={{ alignSelf: 'flex-start' }}
        >
          {t('customers.moreDetails')}
        </Button>
        <Collapse expanded={isUnfolded}>
          <Stack gap="sm">
            <CallingFields form={form} />
            <BirthdayFields form={form} />
            <ReachFields form={form} />
            <DiscretionFields form={form} />
            <AdvisorFields form={form} />
          </Stack>
        </Collapse>
        <ErrorNotice error={create.error} />
        <Group justify="flex-end">
          <Button type="submit" size="lg" loading={create.isPending} title="Ctrl+Enter">
            {t('customers.saveCustomer')}
          </Button>
        </Group>
      </Stack>
      <LikelyCustomers
        familyName={likely.familyName}
        givenName={likely.givenName}
        englishName={likely.englishName}
        chineseName={likely.chineseName}
        contacts={[likely.phone, likely.email]}
      />
    </form>
  );
}
