import { Box, Text } from '@mantine/core';
import { IconBolt, IconUserPlus } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useWords } from '../../lib/i18n';
import type { Option } from './options';
import { ResultRow } from './result-row';
import classes from './search-box.module.css';
import type { SearchBoxState } from './use-search-box';

/** The list under the box: groups with their headings, and what to do where nothing answers. */
export function ResultList({ box }: { readonly box: SearchBoxState }) {
  const { t } = useWords();
  const { groups, options, active, listId, text, answer, isAnswered, pick } = box;
  useEffect(() => {
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, active]);
  const typed = text.trim();
  const isMiss = isAnswered && typed !== '' && answer.results.length === 0;
  return (
    // The list is pressed, never focused: the box keeps the focus and names the chosen line.
    <Box className={classes.list} onMouseDown={(event) => event.preventDefault()}>
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
      {options.length > 0 && (
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
                  <Box
                    key={index}
                    id={`${listId}-${index}`}
                    role="option"
                    tabIndex={-1}
                    aria-selected={index === active}
                    data-short={option.type === 'result' ? undefined : ''}
                    className={classes.option}
                    onClick={() => pick(option)}
                  >
                    <OptionRow option={option} />
                  </Box>
                );
              })}
            </Box>
          ))}
        </div>
      )}
    </Box>
  );
}

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
