import { Badge, Button, Group, Text } from '@mantine/core';
import type { AllocationPlace } from '@shared/contract/allocations';
import { isAllowed } from '@shared/contract/permissions';
import { IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useCounter } from '../../lib/counter';
import { useWords } from '../../lib/i18n';
import { InterestFlags } from '../../ui/interest-flags';
import { TextLink } from '../../ui/links';
import { QuietButton } from '../../ui/quiet-button';
import { useAllocationWords } from './allocation-words';
import classes from './allocations.module.css';

interface PlaceRowProps {
  readonly place: AllocationPlace;
  readonly isNext: boolean;
  /** Everybody was asked: whom to ask once more first. */
  readonly isAgain: boolean;
  /** Nobody holds an offer of the piece. */
  readonly isFree: boolean;
  readonly onOffer: () => void;
}

/** A place on the list: who, how many points, and behind a button how they add up. */
export function PlaceRow({ place, isNext, isAgain, isFree, onOffer }: PlaceRowProps) {
  const { t } = useWords();
  const words = useAllocationWords();
  const [isOpen, setOpen] = useState(false);
  const [isUncovered, setUncovered] = useState(false);
  const isCovered = place.isDiscreet && !isUncovered;
  const name = isCovered ? t('allocations.discreet') : words.name(place.customer);
  return (
    <li className={classes.place} data-next={isNext || undefined} data-free={isFree || undefined}>
      <Text className={classes.rank} component="span" aria-label={`${t('allocations.place')} ${place.rank}`}>
        {place.rank}
      </Text>
      <div>
        <Group gap="xs">
          {isCovered ? (
            <>
              <IconEyeOff size={16} aria-hidden />
              <Text>{t('allocations.discreet')}</Text>
              <QuietButton onClick={() => setUncovered(true)}>{t('interests.uncover')}</QuietButton>
            </>
          ) : (
            <TextLink to="/customers/$customerId" params={{ customerId: place.customer.id }}>
              {name}
            </TextLink>
          )}
          {isNext && <Badge>{t('allocations.next')}</Badge>}
          {place.state === 'waiting' && place.wasOffered && (
            <Badge variant="outline" color="gray">
              {t('allocations.hold.wasOffered')}
            </Badge>
          )}
          {place.state !== 'waiting' && (
            <Badge variant="outline" color="gray">
              {t(`interests.state.${place.state}`)}
            </Badge>
          )}
          <InterestFlags flags={place.flags} />
        </Group>
        {!isCovered && (
          <Text size="sm" className={classes.said}>
            {place.reason}
          </Text>
        )}
        <Text size="sm" c="dimmed">
          {t('interests.registeredOn', { date: words.day(place.registeredOn) })}
          {place.wantsToBeTold && ` · ${t('interests.told')}`}
        </Text>
      </div>
      <div className={classes.pointsCell}>
        <Text className={classes.points}>
          {t('allocations.pointsOf', { points: words.points(place.points) })}
        </Text>
        <QuietButton
          aria-expanded={isOpen}
          aria-label={t('allocations.showArithmetic', { name })}
          onClick={() => setOpen(!isOpen)}
        >
          {t('allocations.arithmetic')}
        </QuietButton>
      </div>
      <OfferButton
        place={place}
        name={name}
        isNext={isNext}
        isAgain={isAgain}
        isFree={isFree}
        onOffer={onOffer}
      />
      {isOpen && <Arithmetic place={place} />}
    </li>
  );
}

interface OfferButtonProps extends PlaceRowProps {
  readonly name: string;
}

/** In order for whoever may offer; past the order only for whoever may pass over somebody. */
function OfferButton({ place, name, isNext, isAgain, isFree, onOffer }: OfferButtonProps) {
  const { t } = useWords();
  const { staff } = useCounter();
  const may = isAllowed(staff.role, isNext || isAgain ? 'allocations.write' : 'allocations.override');
  if (!isFree || !may || place.state !== 'waiting') return null;
  if (isAgain)
    return (
      <Button aria-label={t('allocations.hold.againTo', { name })} onClick={onOffer}>
        {t('allocations.hold.again')}
      </Button>
    );
  return isNext ? (
    <Button aria-label={t('allocations.offerTo', { name })} onClick={onOffer}>
      {t('allocations.offer')}
    </Button>
  ) : (
    <Button
      variant="default"
      aria-label={t(place.wasOffered ? 'allocations.hold.againPast' : 'allocations.offerPast', { name })}
      onClick={onOffer}
    >
      {t(place.wasOffered ? 'allocations.hold.again' : 'allocations.override')}
    </Button>
  );
}

/** Every criterion with its figure, its share of the weight, and the sum. */
function Arithmetic({ place }: { readonly place: AllocationPlace }) {
  const { t } = useWords();
  const words = useAllocationWords();
  return (
    <table className={classes.sums}>
      <thead>
        <tr>
          <th scope="col">{t('allocations.criterion')}</th>
          <th scope="col">{t('allocations.value')}</th>
          <th scope="col">{t('allocations.full')}</th>
          <th scope="col">{t('allocations.points')}</th>
        </tr>
      </thead>
      <tbody>
        {place.lines.map((line) => (
          <tr key={line.code}>
            <th scope="row">{t(`allocations.criterionName.${line.code}`)}</th>
            <td>{words.figure(line.code, line.value)}</td>
            <td>{words.figure(line.code, line.full)}</td>
            <td>{words.score(line)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3} className={classes.total}>
            {t('allocations.sum')}
          </th>
          <td className={classes.total}>{words.points(place.points)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
