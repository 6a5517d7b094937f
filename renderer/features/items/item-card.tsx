import { ActionIcon, Text } from '@mantine/core';
import { isAllowed } from '@shared/contract/permissions';
import { formatDate } from '@shared/domain/dates';
import {
  IconAlertTriangle,
  IconBattery2,
  IconDroplet,
  IconEdit,
  IconEyeOff,
  IconHelpCircle,
  IconShieldCheck,
  IconShieldOff,
  IconTool,
} from '@tabler/icons-react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { fullProductName } from '../../lib/product-name';
import type { ItemMore } from '../../ui/customer-panel';
import { ProductPicture } from '../../ui/product-picture';
import type { Item } from './item-values';
import classes from './items.module.css';

const warrantyIcons = {
  in: IconShieldCheck,
  ending: IconAlertTriangle,
  out: IconShieldOff,
  unknown: IconHelpCircle,
};
const careIcons = { service: IconTool, 'water-test': IconDroplet, battery: IconBattery2 };

interface ItemCardProps {
  readonly item: Item;
  readonly onEdit: () => void;
  readonly More?: ItemMore | undefined;
}

/** One owned item: picture, serial, warranty in words with a sign, and what is due. */
export function ItemCard({ item, onEdit, More }: ItemCardProps) {
  const { t, language } = useWords();
  const { staff } = useCounter();
  const name = fullProductName({ ...item, name: item.description }, language);
  const origin = item.isBoughtHere
    ? t('items.boughtHere')
    : item.boughtElsewhereAt || t('items.boughtElsewhere');
  return (
    <li className={classes.item} data-former={item.status !== 'owned' || undefined}>
      <ProductPicture pictureId={item.pictureId} alt="" size={72} />
      <div className={classes.about}>
        <Text fw={600} truncate>
          {name}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {[item.reference, item.serial && `${t('items.serial')} ${item.serial}`].filter(Boolean).join(' · ')}
        </Text>
        <Text size="sm" c="dimmed" truncate>
          {[origin, item.boughtOn && formatDate(item.boughtOn, language)].filter(Boolean).join(' · ')}
        </Text>
        {item.status !== 'owned' && <Text size="sm">{t(`items.statuses.${item.status}`)}</Text>}
        {item.isDiscreet && (
          <Text size="sm" className={classes.mark} data-tone="warning">
            <IconEyeOff size={16} aria-hidden /> {t('items.discreetMark')}
          </Text>
        )}
        {item.status === 'owned' && <Warranty item={item} />}
        {item.status === 'owned' &&
          item.care.map(({ kind, dueOn, state }) => {
            const Icon = careIcons[kind];
            return (
              <Text
                key={kind}
                size="sm"
                className={classes.mark}
                data-tone={state === 'later' ? 'quiet' : 'warning'}
              >
                <Icon size={16} aria-hidden />
                {t(`items.due.${state}`, {
                  what: t(`items.care.${kind}`),
                  date: formatDate(dueOn, language),
                })}
              </Text>
            );
          })}
        {More && item.status === 'owned' && (
          <More customerId={item.customerId} itemId={item.id} itemName={name} />
        )}
      </div>
      {isAllowed(staff.role, 'items.write') && (
        <ActionIcon aria-label={`${t('items.edit')}: ${name}`} onClick={onEdit}>
          <IconEdit size={18} aria-hidden />
        </ActionIcon>
      )}
    </li>
  );
}

function Warranty({ item }: { readonly item: Item }) {
  const { t, language } = useWords();
  const Icon = warrantyIcons[item.warrantyState];
  const tone = item.warrantyState === 'in' ? 'good' : item.warrantyState === 'ending' ? 'warning' : 'quiet';
  return (
    <Text size="sm" className={classes.mark} data-tone={tone}>
      <Icon size={16} aria-hidden />
      {t(`items.state.${item.warrantyState}`, {
        date: item.warrantyEndsOn ? formatDate(item.warrantyEndsOn, language) : '',
      })}
      {item.canExtend && ` (${t('items.canExtend')})`}
    </Text>
  );
}
