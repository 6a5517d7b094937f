import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { Gift } from '@shared/contract/gifts';
import { isAllowed } from '@shared/contract/permissions';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { FormEnd } from '../../ui/form-end';
import { TextLink } from '../../ui/links';
import { QuietButton } from '../../ui/quiet-button';
import { toast } from '../../ui/toast';
import { useGiftWords } from './gift-words';
import classes from './gifts.module.css';

/** One gift: what, for what, by whom and when, what it cost; a discreet one stays covered until it is asked for. */
export function GiftItem({ gift, showsCustomer = false }: { gift: Gift; showsCustomer?: boolean }) {
  const { t } = useWords();
  const words = useGiftWords();
  const { staff } = useCounter();
  const [isUncovered, setUncovered] = useState(false);
  const [isTakingBack, setTakingBack] = useState(false);
  const isCovered = gift.isDiscreet && !isUncovered;
  return (
    <li className={classes.gift}>
      <div>
        {showsCustomer && !isCovered && (
          <TextLink to="/customers/$customerId" params={{ customerId: gift.customer.id }}>
            {words.name(gift)}
          </TextLink>
        )}
        {isCovered ? (
          <Text component="div" c="dimmed">
            <IconEyeOff size={16} aria-hidden /> {t('gifts.covered')}{' '}
            <QuietButton onClick={() => setUncovered(true)}>{t('promises.uncover')}</QuietButton>
          </Text>
        ) : (
          <>
            <Text className={`${classes.what} ${gift.takenBack ? classes.back : ''}`}>
              {words.what(gift)}
            </Text>
            {gift.whatFor && <Text size="sm">{gift.whatFor}</Text>}
          </>
        )}
        <Group gap="xs">
          {gift.isPastLimit && (
            <Badge color="red" variant="outline" c="var(--danger-text)">
              {t('gifts.beyond')}
            </Badge>
          )}
          <Text size="sm" c="dimmed">
            {[
              gift.number,
              words.day(gift.givenOn),
              isCovered ? '' : t(`gifts.occasions.${gift.occasion}`),
              t(`gifts.handings.${gift.handedOver}`),
              t('gifts.byLine', { name: gift.givenBy.name }),
              words.cost(gift.costMinor, gift.currency),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Group>
        {gift.limitReason && !isCovered && <Text size="sm">{gift.limitReason}</Text>}
        {gift.takenBack && (
          <Text size="sm" c="dimmed">
            {t('gifts.takenBackLine', gift.takenBack)}
          </Text>
        )}
      </div>
      {!gift.takenBack && isAllowed(staff.role, 'gifts.write') && (
        <Button
          variant="default"
          aria-label={`${t('gifts.takeBack')} ${gift.number}`}
          onClick={() => setTakingBack(true)}
        >
          {t('gifts.takeBack')}
        </Button>
      )}
      {isTakingBack && <TakeBack gift={gift} onClose={() => setTakingBack(false)} />}
    </li>
  );
}

function TakeBack({ gift, onClose }: { readonly gift: Gift; readonly onClose: () => void }) {
  const { t } = useWords();
  const [reason, setReason] = useState('');
  const takeBack = useTell('gifts.takeBack');
  return (
    <Dialog title={`${t('gifts.takeBack')} ${gift.number}`} isOpen onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          takeBack.mutate(
            { giftId: gift.id, reason },
            {
              onSuccess: () => {
                toast(t('gifts.takenBack', { number: gift.number }));
                onClose();
              },
            },
          );
        }}
      >
        <Stack gap="md">
          <TextInput
            required
            data-autofocus
            label={t('gifts.takeBackWhy')}
            description={t('gifts.takeBackHint')}
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <FormEnd
            error={takeBack.error}
            isPending={takeBack.isPending}
            submit={t('gifts.takeBack')}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  );
}
