import { Button, type ButtonProps } from '@mantine/core';
import type { ComponentPropsWithRef } from 'react';
import classes from './quiet-button.module.css';

type QuietButtonProps = ButtonProps & Omit<ComponentPropsWithRef<'button'>, keyof ButtonProps>;

/** A button that is only text, in line with the text above and below it. */
export function QuietButton(props: QuietButtonProps) {
  return <Button variant="subtle" w="fit-content" className={classes.quiet} {...props} />;
}
