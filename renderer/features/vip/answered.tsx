import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { civilDateOf, formatDate } from '@shared/domain/dates';
import type { Language } from '@shared/domain/languages';
import { tierInWords } from '@shared/words/vip';
import { useEffect, useRef, useState } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords, useWordsIn } from '../../lib/i18n';
import classes from './vip-page.module.css';
import { WelcomeButtons } from './welcome-buttons';

/** How an invitation ended. */
export interface VipAnswer {
  readonly outcome: 'accepted' | 'declined' | 'thinking';
  readonly language: Language;
  readonly cardNumber: string | null;
  readonly tier: string | null;
  readonly confirmationDueAt: number | null;
}

interface AnsweredProps {
  readonly customerId: string;
  readonly answer: VipAnswer;
  readonly onBack: () => void;
}

/** Thanks, the card number, and the screen goes back to the staff: then the welcome. */
export function Answered({ customerId, answer, onBack }: AnsweredProps) {
  const [isBack, setBack] = useState(false);
  const backRef = useRef<HTMLButtonElement>(null);
  // The button that had the focus is gone; the keyboard goes on from here.
  useEffect(() => backRef.current?.focus(), []);
  const { t } = useWordsIn(answer.language);
  const { t: staffWords, language: staffLanguage } = useWords();
  const { shop } = useCounter();
  const { outcome, cardNumber, tier, confirmationDueAt } = answer;
  const shopName = (answer.language !== 'en' && shop.chineseName) || shop.name;
  return (
    <main className={classes.middle} lang={isBack ? staffLanguage : answer.language}>
      <Stack align="center" gap="lg">
        <Title order={1} fz={34} ta="center">
          {t(`vip.done.${outcome}`)}
        </Title>
        {cardNumber && (
          <div className={classes.card}>
            <Group justify="space-between" align="flex-start" wrap="nowrap">
              <Text fw={600} lineClamp={2}>
                {shopName}
              </Text>
              <Text style={{ whiteSpace: 'nowrap' }}>VIP {tier && tierInWords(tier, answer.language)}</Text>
            </Group>
            <div>
              <Text size="sm">{t('vip.done.cardNumber')}</Text>
              <Text fz={30} fw={600}>
                {cardNumber}
              </Text>
            </div>
          </div>
        )}
        {!isBack && (
          <>
            <Text fz="lg" c="dimmed">
              {t('vip.done.handBack')}
            </Text>
            <Button size="lg" ref={backRef} onClick={() => (cardNumber ? setBack(true) : onBack())}>
              {t('vip.done.back')}
            </Button>
          </>
        )}
        {isBack && (
          <>
            {confirmationDueAt !== null && (
              <Text c="var(--warning-text)" fw={600}>
                {staffWords('vip.done.confirm', {
                  date: formatDate(civilDateOf(confirmationDueAt, shop.timeZone), staffLanguage),
                })}
              </Text>
            )}
            <WelcomeButtons customerId={customerId} language={answer.language} />
            <Button variant="default" onClick={onBack}>
              {staffWords('vip.done.back')}
            </Button>
          </>
        )}
      </Stack>
    </main>
  );
}
