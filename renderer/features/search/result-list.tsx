import { Box, Text } from '@mantine/core';
import { IconBolt, IconUserPlus } from '@tabler/icons-react';
import { type MouseEvent, memo, useEffect, useRef } from 'react';
import { useWords } from '../../lib/i18n';
import type { Option, OptionGroup } from './options';
import { ResultRow } from './result-row';
import classes from './search-box.module.css';
import type { SearchBoxState } from './use-search-box';

/** The list under the box: groups with their headings, and what to do where nothing answers. */
export function ResultList({ box }: { readonly box: SearchBoxState }) {
  const { t } = useWords();
  const { groups, options, active, listId, answer, pick } = box;
  const hasScrolled = useRef(false);
  useEffect(() => {
    // Scrolling lays the page out in the middle of a key: only for a line that may be out of sight.
    if (active <= 0 && !hasScrolled.current) return;
    hasScrolled.current = active > 0;
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);
  const press = (event: MouseEvent) => {
    const line = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const option = line && options[Number(line.id.slice(listId.length + 1))];
    if (option) pick(option);
  };
  const typed = answer.text.trim();
  const isMiss = typed !== '' && answer.results.length === 0;
  return (
    // The list is pressed, never focused: the box keeps the focus and names the chosen line.
    <Box className={classes.list} onMouseDown={(event) => event.preventDefault()} onClick={press}>
      {isMiss && (
        <div className={classes.message}>
          <Text>{answer.hasFailed ? t('search.failed') : t('search.nothing', { text: typed })}</Text>
          {!answer.hasFailed && <span className={classes.hint}>{t('search.nothingHint')}</span>}
        </div>
      )}
      {typed === '' && options.length === 0 && (
        <div className={classes.message}>
          <span className={classes.hint}>{t('search.noRecent')}</span>
        </div>
      )}
      {options.length > 0 && <Lines groups={groups} options={options} active={active} listId={listId} />}
    </Box>
  );
}

interface LinesProps {
  readonly groups: readonly OptionGroup[];
  readonly options: readonly Option[];
  readonly active: number;
  readonly listId: string;
}

/** The lines themselves, left alone while the next letter is only shown in the box. */
const Lines = memo(function Lines({ groups, options, active, listId }: LinesProps) {
  const { t } = useWords();
  return (
    <div role="listbox" id={listId} aria-label={t('search.results')} tabIndex={-1}>
      {groups.map((group) => (
        <Box
          key={group.heading ?? 'last'}
          role="group"
          aria-label={group.heading ? t(`search.group.${group.heading}`) : undefined}
        >
          {group.heading && (
            <div className={classes.heading} aria-hidden>
              {t(`search.group.${group.heading}`)}
            </div>
          )}
          {group.options.map((option) => {
            const index = options.indexOf(option);
            return (
              <div
                key={index}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === active}
                data-short={option.type === 'result' ? undefined : ''}
                className={classes.option}
              >
                <OptionRow option={option} />
              </div>
            );
          })}
        </Box>
      ))}
    </div>
  );
});

function OptionRow({ option }: { readonly option: Option }) {
  const { t } = useWords();
  if (option.type === 'result') return <ResultRow result={option.result} />;
  if (option.type === 'command')
    return (
      <>
        <IconBolt size={20} stroke={1.5} aria-hidden className={classes.icon} />
        <span className={classes.title}>{t(`search.command.${option.command.name}`)}</span>
      </>
    );
  return (
    <>
      <IconUserPlus size={20} stroke={1.5} aria-hidden className={classes.icon} />
      <span className={classes.body}>
        <span className={classes.line}>
          <span className={classes.title}>{t('search.newCustomer', { name: option.name })}</span>
        </span>
        <span className={classes.hint}>{t('search.newCustomerHint')}</span>
      </span>
    </>
  );
}
