import { expect, it } from 'vitest';
import { footerTemplate } from './footer';

it('numbers the pages beside a text that cannot become markup', () => {
  const template = footerTemplate({ left: '<b>大班鐘錶</b> & Co', sideMm: 20 });
  expect(template).toContain('&lt;b&gt;大班鐘錶&lt;/b&gt; &amp; Co');
  expect(template).toContain('<span class="pageNumber"></span> / <span class="totalPages"></span>');
});
