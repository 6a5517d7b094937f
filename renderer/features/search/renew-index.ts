import { call } from '../../lib/call';

/** Each step is some ten milliseconds of main's time; between two of them everybody else goes first. */
const pauseMs = 150;

/**
 * Has main write anew, little by little, what an older version of the app put into the search index. Returns a way to stop.
 * Ends by itself when nothing is left or the counter is locked; it goes on the next time somebody unlocks.
 */
export function renewIndex(): () => void {
  let timer: number | undefined;
  let isStopped = false;
  const step = async () => {
    try {
      const { isMoreLeft } = await call('search.renew', {});
      if (isMoreLeft && !isStopped) timer = window.setTimeout(() => void step(), pauseMs);
    } catch {
      // Locked or busy for long: old keys find as before until the next unlocking.
    }
  };
  timer = window.setTimeout(() => void step(), pauseMs);
  return () => {
    isStopped = true;
    window.clearTimeout(timer);
  };
}
