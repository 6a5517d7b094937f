import { describe, expect, it } from 'vitest';
import { readUpdatePlace } from './update-place';

describe('the place that new versions come from', () => {
  it.each([
    ['https://updates.shop.example/vitrine', 'https://updates.shop.example/vitrine/'],
    ['  https://updates.shop.example:8443/ ', 'https://updates.shop.example:8443/'],
  ])('may be an https address: %s', (typed, address) => {
    expect(readUpdatePlace(typed)).toEqual({ kind: 'web', address });
  });

  it.each(['\\\\files\\vitrine\\updates', 'D:\\Vitrine', '/mnt/files/vitrine'])(
    'may be a folder of the file server: %s',
    (folder) => expect(readUpdatePlace(folder)).toEqual({ kind: 'folder', folder }),
  );

  it.each([
    ['http, where anybody on the way could answer', 'http://updates.shop.example/'],
    ['http of this computer', 'http://localhost:8080/'],
    ['a password in the address, which the settings would show', 'https://shop:secret@updates.shop.example/'],
    ['an address that a file name cannot be added to', 'https://updates.shop.example/?latest'],
    ['a part of a path', 'updates/vitrine'],
    ['a server without a share', '\\\\files'],
    ['another scheme', 'file:///mnt/files/vitrine'],
    ['nothing', '   '],
  ])('is not %s', (_why, typed) => expect(readUpdatePlace(typed)).toBeNull());
});
