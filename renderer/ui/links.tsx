import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import { type AnchorHTMLAttributes, forwardRef } from 'react';

type Html = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'style' | 'color'>;

/** A button that goes to another screen: a link in truth, so that it can be opened by keyboard and read as one. */
export const ButtonLink = createLink(
  forwardRef<HTMLAnchorElement, ButtonProps & Html>(function ButtonLink(props, ref) {
    return <Button component="a" ref={ref} {...props} />;
  }),
);

/** Words that go to another screen. */
export const TextLink = createLink(
  forwardRef<HTMLAnchorElement, AnchorProps & Html>(function TextLink(props, ref) {
    return <Anchor ref={ref} {...props} />;
  }),
);
