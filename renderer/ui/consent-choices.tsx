import { Checkbox, Stack, Text } from '@mantine/core';
import type { Input } from '@shared/contract';
import type { Channel, GoodsClass } from '@shared/domain/consent-events';
import {
  dataKindsFor,
  FORM_CHANNELS,
  FORM_CLASSES,
  FORM_PURPOSES,
  type FormPurpose,
} from '@shared/domain/consent-form';
import type { Language } from '@shared/domain/languages';
import { dataKindsInWords } from '@shared/words/consent-sentences';
import { useWordsIn } from '../lib/i18n';
import classes from './consent-choices.module.css';

type Answer = { readonly channels: readonly Channel[]; readonly classes: readonly GoodsClass[] };
export type ConsentAnswers = Readonly<Record<FormPurpose, Answer>>;

/** Nothing is ticked before the customer says so. */
export const noAnswers: ConsentAnswers = {
  'direct-marketing': { channels: [], classes: [] },
  'service-reminders': { channels: [], classes: [] },
};

/** The form as main wants it: one entry a purpose. A reminder is about after-sales services by its nature. */
export function answersOf(value: ConsentAnswers): Input<'consents.capture'>['consent']['answers'] {
  return FORM_PURPOSES.map((purpose) => {
    const { channels, classes: goods } = value[purpose];
    const about =
      purpose === 'service-reminders' && channels.length > 0 ? FORM_CLASSES['service-reminders'] : goods;
    return { purpose, channels: [...channels], classes: [...about] };
  });
}

interface ConsentChoicesProps {
  readonly language: Language;
  readonly value: ConsentAnswers;
  readonly onChange: (value: ConsentAnswers) => void;
}

/** Purposes, channels and classes of goods, each its own box; says which data would be used. */
export function ConsentChoices({ language, value, onChange }: ConsentChoicesProps) {
  const { t } = useWordsIn(language);
  return (
    <Stack gap="sm">
      {FORM_PURPOSES.map((purpose) => {
        const answer = value[purpose];
        const change = (part: Partial<Answer>) => onChange({ ...value, [purpose]: { ...answer, ...part } });
        return (
          <section key={purpose} className={classes.purpose} aria-label={t(`consents.purpose.${purpose}`)}>
            <Text fw={600}>{t(`consents.purpose.${purpose}`)}</Text>
            <Choices
              title={t('vip.page.by')}
              all={FORM_CHANNELS}
              ticked={answer.channels}
              label={(channel) => capital(t(`consents.channel.${channel}`))}
              onChange={(channels) => change({ channels })}
            />
            {purpose === 'direct-marketing' && (
              <Choices
                title={t('vip.page.about')}
                all={FORM_CLASSES[purpose]}
                ticked={answer.classes}
                label={(goods) => capital(t(`consents.goods.${goods}`))}
                onChange={(ticked) => change({ classes: ticked })}
              />
            )}
            {answer.channels.length > 0 && (
              <Text size="sm" c="dimmed">
                {t('consents.ask.uses', {
                  kinds: dataKindsInWords(dataKindsFor(purpose, answer.channels), language),
                })}
              </Text>
            )}
          </section>
        );
      })}
    </Stack>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

interface ChoicesProps<T extends string> {
  readonly title: string;
  readonly all: readonly T[];
  readonly ticked: readonly T[];
  readonly label: (choice: T) => string;
  readonly onChange: (ticked: T[]) => void;
}

function Choices<T extends string>({ title, all, ticked, label, onChange }: ChoicesProps<T>) {
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{title}</legend>
      <div className={classes.choices}>
        {all.map((choice) => (
          <Checkbox
            key={choice}
            classNames={{ root: classes.choice, body: classes.choiceBody, label: classes.choiceLabel }}
            label={label(choice)}
            checked={ticked.includes(choice)}
            onChange={({ currentTarget }) =>
              onChange(
                all.filter((candidate) =>
                  candidate === choice ? currentTarget.checked : ticked.includes(candidate),
                ),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
