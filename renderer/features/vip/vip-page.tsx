import { Button, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Output } from '@shared/contract';
import { asLanguage } from '@shared/domain/languages';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { useAsk } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { InertBehind } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { Answered, type VipAnswer } from './answered';
import { Invitation } from './invitation';
import classes from './vip-page.module.css';
import { useVipReasons } from './vip-words';

type Data = Output<'vip.invitation'>;

/**
 * The invitation in front of the customer: the whole screen, in their language, with nothing about anybody else.
 * It covers the counter's frame, so that neither eyes nor the Tab key find the way behind it.
 */
export function VipPage() {
  const { customerId } = useParams({ strict: false });
  const id = customerId ?? '';
  const invitation = useAsk('vip.invitation', { customerId: id }, ['vip', 'customers', 'sales', 'settings']);
  const [answer, setAnswer] = useState<VipAnswer | null>(null);
  const [isCustomersWish, setCustomersWish] = useState(false);
  const navigate = useNavigate();
  const leave = () => void navigate({ to: '/customers/$customerId', params: { customerId: id } });
  const { data } = invitation;
  // What was said to the staff a moment ago is not for the customer's eyes.
  useEffect(() => notifications.clean(), []);

  const content = () => {
    if (answer) return <Answered customerId={id} answer={answer} onBack={leave} />;
    if (!data) return <ErrorNotice error={invitation.error} />;
    if (data.isMember || !data.isQualified || (data.pauses.length > 0 && !isCustomersWish))
      return <MayNotAsk data={data} onWish={() => setCustomersWish(true)} onLeave={leave} />;
    return (
      <Invitation
        customerId={id}
        data={data}
        isCustomersWish={isCustomersWish}
        firstLanguage={asLanguage(data.person.language)}
        onAnswer={setAnswer}
        onLeave={leave}
      />
    );
  };

  return createPortal(
    <>
      <InertBehind />
      <div className={classes.screen}>{content()}</div>
    </>,
    document.body,
  );
}

interface MayNotAskProps {
  readonly data: Data;
  readonly onWish: () => void;
  readonly onLeave: () => void;
}

/** For the advisor's eyes, before the screen is turned: why not today. */
function MayNotAsk({ data, onWish, onLeave }: MayNotAskProps) {
  const { t } = useWords();
  const reasonText = useVipReasons('');
  const canWish =
    !data.isMember && data.isQualified && data.pauses.every(({ code }) => code !== 'OPEN_COMPLAINT');
  return (
    <main className={classes.middle}>
      <Stack align="center" maw={520}>
        <Title order={1} fz={26} ta="center">
          {t(data.isMember ? 'vip.page.member' : 'vip.page.notYet')}
        </Title>
        {data.pauses.map((pause) => (
          <Text key={pause.code} ta="center">
            {reasonText(pause)}
          </Text>
        ))}
        <Button onClick={onLeave}>{t('vip.done.back')}</Button>
        {canWish && (
          <Button variant="default" onClick={onWish}>
            {t('vip.customersWish')}
          </Button>
        )}
      </Stack>
    </main>
  );
}
