import { expect, it } from 'vitest';
import { html, page, raw } from './html';

it('escapes every value, so that a name can never become markup', () => {
  expect(html`<p title="${'"x"'}">${'<script>alert(1)</script>'} & ${3}</p>`.text).toBe(
    '<p title="&quot;x&quot;">&lt;script&gt;alert(1)&lt;/script&gt; & 3</p>',
  );
});

it('joins arrays and lets nothing vanish', () => {
  expect(html`${[1, 2].map((n) => html`<i>${n}</i>`)}${null}${false}${undefined}`.text).toBe(
    '<i>1</i><i>2</i>',
  );
});

it('makes a whole document whose only style carries the nonce', () => {
  const text = page({ title: 'A & B', css: '.x{}', language: 'en', body: raw('<p>x</p>') });
  expect(text).toContain('<title>A &amp; B</title>');
  expect(text.match(/<style/g)).toHaveLength(1);
  expect(text).toContain('nonce="__NONCE__"');
});
