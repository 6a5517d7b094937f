import { useState } from 'react';
import { useCounter } from '../../lib/counter';
import type { NewPhoto } from './photo-file';

// Photographs are too large for a draft: they stay here through a lock, for as long as the window lives.
const kept = new Map<string, readonly NewPhoto[]>();

/**
 * The photographs of a customer's intake that was begun, kept until the item is taken in. Each member of staff has
 * their own: nobody who unlocks the counter after them sees them.
 */
export function useKeptPhotos(customerId: string) {
  const { staff } = useCounter();
  const key = JSON.stringify([staff.id, customerId]);
  const [photos, setPhotos] = useState(kept.get(key) ?? []);
  const change = (next: readonly NewPhoto[]) => {
    kept.set(key, next);
    setPhotos(next);
  };
  /** Forgets them: the item was taken in. */
  const clear = () => kept.delete(key);
  return { photos, change, clear };
}
