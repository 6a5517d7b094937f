import { Alert, Box, Button, Group, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import type { Input, Output } from '@shared/contract';
import { type Language, languageNames, languages } from '@shared/domain/languages';
import { displayName, formOfAddress, type Title as PersonTitle } from '@shared/domain/names';
import { tierInWords, vipWords } from '@shared/words/vip';
import { useEffect, useRef, useState } from 'react';
import { useTell } from '../../lib/ask';
import { CallError } from '../../lib/call';
import { useCounter } from '../../lib/counter';
import { useWordsIn } from '../../lib/i18n';
import { ConsentChoices } from '../../ui/consent-choices';
import { GuidelineHint } from '../../ui/guideline-hint';
import { NoticeView } from '../../ui/notice-view';
import { QuietButton } from '../../ui/quiet-button';
import { SignaturePad } from '../../ui/signature-pad';
import {
  type ConsentDraft,
  type ConsentFormValues,
  slipOf,
  useConsentDraft,
  useConsentForm,
} from '../../ui/use-consent-form';
import type { VipAnswer } from './answered';
import classes from './vip-page.module.css';

type Data = Output<'vip.invitation'>;

interface InvitationProps {
  readonly customerId: string;
  readonly data: Data;
  readonly isCustomersWish: boolean;
  readonly firstLanguage: Language;
  readonly onAnswer: (answer: VipAnswer) => void;
  readonly onLeave: () => void;
}

/** What VIP gives, the notice, the choices, the signature, and three ways to answer. */
export function Invitation(props: InvitationProps) {
  const draft = useConsentDraft('vip.invitation', props.customerId, props.firstLanguage);
  return draft.start && <Form {...props} draft={draft} start={draft.start} />;
}

interface FormProps extends InvitationProps {
  readonly draft: ConsentDraft;
  readonly start: ConsentFormValues;
}

function Form(props: FormProps) {
  const { data, draft, start, onLeave } = props;
  const form = useConsentForm(draft, start, 'vip');
  const { values, notice } = form;
  const { language, isOral } = values;
  const { t } = useWordsIn(language);
  const { shop } = useCounter();
  const { send, problem, forget, isPending } = useAnswer(props, language);
  // What was missing may be there now: nobody is told twice.
  const change = (part: Parameters<typeof form.change>[0]) => {
    forget();
    form.change(part);
  };
  const sign = (drawn: Parameters<typeof form.sign>[0]) => {
    forget();
    form.sign(drawn);
  };
  // A signature belongs to the text it was put under.
  const changeLanguage = (next: string) => change({ language: next as Language, signature: null });

  return (
    <main className={classes.page} lang={language}>
      <div className={classes.top}>
        <Text fw={600}>{(language !== 'en' && shop.chineseName) || shop.name}</Text>
        <Group gap="md">
          <SegmentedControl
            aria-label={t('common.language')}
            size="md"
            value={language}
            onChange={changeLanguage}
            data={languages.map((value) => ({ value, label: languageNames[value] }))}
          />
          <GuidelineHint topic="consent" pageLanguage={language} />
          <Button variant="subtle" color="gray" c="dimmed" onClick={onLeave}>
            {t('vip.page.leave')}
          </Button>
        </Group>
      </div>
      <div className={classes.body}>
        <div className={classes.columns}>
          {/* A region that scrolls must be reached by the keyboard, too. */}
          <Box component="section" className={classes.column} tabIndex={0} aria-label={t('vip.page.scroll')}>
            <Gives data={data} language={language}>
              <Title order={2} fz={18} mt="md">
                {t('vip.page.notice')}
              </Title>
              <div className={classes.notice}>{notice && <NoticeView notice={notice} />}</div>
            </Gives>
          </Box>
          <Stack gap="sm" className={classes.column}>
            <Title order={2} fz={18}>
              {t('vip.page.choices')}
            </Title>
            <Text c="dimmed">{t('vip.page.choicesHint')}</Text>
            {form.isRestored && (
              <Group gap="xs">
                <Text c="dimmed">{t('vip.page.restored')}</Text>
                <Button variant="subtle" onClick={form.startOver}>
                  {t('vip.page.startOver')}
                </Button>
              </Group>
            )}
            <ConsentChoices
              language={language}
              value={values.choices}
              onChange={(choices) => change({ choices })}
            />
            {data.isMinor && (
              <TextInput
                label={t('consents.ask.parentName')}
                value={values.parentName}
                onChange={({ currentTarget }) => change({ parentName: currentTarget.value })}
                maxLength={120}
              />
            )}
            <Title order={2} fz={18} mt="xs">
              {t('vip.page.sign')}
            </Title>
            <Text>{t('vip.page.agree')}</Text>
            {isOral ? (
              <Text c="dimmed">{t('vip.page.oralOn')}</Text>
            ) : (
              <SignaturePad language={language} value={form.signature} onChange={sign} />
            )}
            <QuietButton onClick={() => change({ isOral: !isOral })}>
              {t(isOral ? 'vip.page.signInstead' : 'vip.page.oral')}
            </QuietButton>
          </Stack>
        </div>
      </div>
      <div className={classes.actions}>
        <Group>
          <Button size="lg" variant="default" disabled={isPending} onClick={() => send('declined', null)}>
            {t('vip.page.decline')}
          </Button>
          <Button size="lg" variant="default" disabled={isPending} onClick={() => send('thinking', null)}>
            {t('vip.page.think')}
          </Button>
        </Group>
        <Problem problem={problem ?? form.error} language={language} />
        <Button
          size="lg"
          miw={180}
          disabled={isPending || !notice}
          onClick={() => send('accepted', form.consent())}
        >
          {t('vip.page.accept')}
        </Button>
      </div>
    </main>
  );
}

function useAnswer({ customerId, isCustomersWish, draft, onAnswer }: FormProps, language: Language) {
  const invite = useTell('vip.invite');
  const [slip, setSlip] = useState<'SIGNATURE_NEEDED' | 'ANSWER_INCOMPLETE' | null>(null);
  const send = (outcome: VipAnswer['outcome'], consent: Input<'vip.invite'>['consent']) => {
    const missing = consent && slipOf(consent);
    setSlip(missing ?? null);
    if (missing) return;
    invite.mutate(
      { customerId, outcome, consent, language, isCustomersWish },
      {
        onSuccess: (result) => {
          draft.clear();
          onAnswer({ ...result, outcome, language });
        },
      },
    );
  };
  const forget = () => {
    setSlip(null);
    invite.reset();
  };
  return { send, problem: slip ?? invite.error, forget, isPending: invite.isPending };
}

/** What is missing or was refused, in the language of the page. */
function Problem({ problem, language }: { problem: unknown; language: Language }) {
  const { t } = useWordsIn(language);
  if (!problem) return null;
  const code = problem instanceof CallError ? problem.code : String(problem);
  const translate = t as unknown as (key: string, params: object) => string;
  const params = problem instanceof CallError ? { ...problem.params, ref: problem.ref } : {};
  return (
    <Alert color="red" role="alert" variant="outline" py="xs">
      {translate(`errors.${code}`, { ...params, defaultValue: translate('errors.UNEXPECTED', params) })}
    </Alert>
  );
}

interface GivesProps {
  readonly data: Data;
  readonly language: Language;
  readonly children: React.ReactNode;
}

function Gives({ data, language, children }: GivesProps) {
  const { t } = useWordsIn(language);
  const headingRef = useRef<HTMLHeadingElement>(null);
  // A reader begins at the top of the page, not on the button that opened it.
  useEffect(() => headingRef.current?.focus(), []);
  return (
    <Stack gap="sm">
      <Title order={1} fz={28} lh={1.3} tabIndex={-1} ref={headingRef} className={classes.hello}>
        {t('vip.page.hello', { name: addressOf(data.person, language) })}
      </Title>
      <ul className={classes.benefits}>
        {Object.values(vipWords[language].page.benefits).map((benefit) => (
          <li key={benefit}>{benefit}</li>
        ))}
      </ul>
      <Text c="dimmed">{t('vip.page.tier', { tier: tierInWords(data.tier, language) })}</Text>
      {children}
    </Stack>
  );
}

/** As this person wants to be addressed. */
function addressOf(person: Data['person'], language: Language): string {
  const names = {
    familyName: person.familyName ?? '',
    givenName: person.givenName ?? '',
    englishName: person.englishName ?? '',
    chineseName: person.chineseName ?? '',
    preferredName: person.preferredName ?? '',
  };
  return (
    person.formOfAddress ||
    formOfAddress(names, person.title as PersonTitle | null, language) ||
    displayName(names, language)
  );
}
