import { expect, it } from 'vitest';
import { isAllowedExternal } from './external';

it.each(['https://wa.me/85291234567', 'mailto:lucy@post.example', 'tel:+85291234567'])(
  'lets the machine open %s',
  (address) => expect(isAllowedExternal(address)).toBe(true),
);

it.each([
  'http://shop.example/',
  'file:///etc/hostname',
  'smb://files/share/setup.exe',
  'javascript:alert(1)',
  'ms-msdt:/id',
  'app://vitrine/',
  'C:\\Windows\\System32\\calc.exe',
  '',
])('does not let it open %s', (address) => expect(isAllowedExternal(address)).toBe(false));
