import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import type { Channel, GoodsClass, Purpose } from '@shared/domain/consent-events';
import { FORM_CHANNELS, FORM_CLASSES, FORM_PURPOSES, type FormPurpose } from '@shared/domain/consent-form';
import { channelsInWords, goodsInWords } from '@shared/words/consent-sentences';
import { useState } from 'react';
import { useTell } from '../../lib/ask';
import { useWords } from '../../lib/i18n';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/error-notice';
import { toast } from '../../ui/toast';

interface WithdrawSomeProps {
  readonly customerId: string;
  readonly onClose: () => void;
}

/** Stops only what is ticked: a purpose, a way, a kind of goods, or what they have in common (s.35G). */
export function WithdrawSome({ customerId, onClose }: WithdrawSomeProps) {
  const { t, language } = useWords();
  const [purposes, setPurposes] = useState<readonly FormPurpose[]>([]);
  const [channels, setChannels] = useState<readonly Channel[]>([]);
  const [classes, setClasses] = useState<readonly GoodsClass[]>([]);
  const withdraw = useTell('consents.withdraw');
  const purpose: Purpose | 'all' = purposes.length === 1 && purposes[0] ? purposes[0] : 'all';
  const isNothing = purposes.length + channels.length + classes.length === 0;
  const parts = [
    t(`consents.purpose.${purpose}`),
    channels.length > 0 && t('consents.by', { channels: channelsInWords(channels, language) }),
    classes.length > 0 && t('consents.about', { goods: goodsInWords(classes, language) }),
  ].filter(Boolean);
  const stop = () => {
    const scope = {
      purpose,
      channels: channels.length > 0 ? [...channels] : null,
      classes: classes.length > 0 ? [...classes] : null,
    };
    const done = () => {
      toast(t('consents.some.stopped'));
      onClose();
    };
    withdraw.mutate({ customerId, scope }, { onSuccess: done });
  };
  return (
    <Dialog isOpen onClose={onClose} size={640} title={t('consents.some.title')}>
      <Stack>
        <Text c="dimmed">{t('consents.some.hint')}</Text>
        <Ticks
          title={t('consents.some.purpose')}
          all={FORM_PURPOSES}
          ticked={purposes}
          label={(value) => t(`consents.purpose.${value}`)}
          onChange={setPurposes}
        />
        <Ticks
          title={t('consents.some.channels')}
          all={FORM_CHANNELS}
          ticked={channels}
          label={(value) => t(`consents.channel.${value}`)}
          onChange={setChannels}
        />
        <Ticks
          title={t('consents.some.classes')}
          all={FORM_CLASSES['direct-marketing']}
          ticked={classes}
          label={(value) => t(`consents.goods.${value}`)}
          onChange={setClasses}
        />
        {!isNothing && <Text fw={600}>{t('consents.some.stops', { what: parts.join(' · ') })}</Text>}
        <ErrorNotice error={withdraw.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button disabled={isNothing || withdraw.isPending} onClick={stop}>
            {t('consents.some.stop')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

interface TicksProps<T extends string> {
  readonly title: string;
  readonly all: readonly T[];
  readonly ticked: readonly T[];
  readonly label: (value: T) => string;
  readonly onChange: (ticked: readonly T[]) => void;
}

function Ticks<T extends string>({ title, all, ticked, label, onChange }: TicksProps<T>) {
  return (
    <Checkbox.Group
      label={title}
      value={[...ticked]}
      onChange={(values) => onChange(all.filter((value) => values.includes(value)))}
    >
      <Group gap="md">
        {all.map((value) => (
          <Checkbox key={value} value={value} label={label(value)} mih={44} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
