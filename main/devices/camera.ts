/** The longest an intake takes: a camera that was forgotten is not open for ever. */
const longestMs = 15 * 60_000;

let openUntil = 0;

/** The page may use the camera from now on, for as long as an intake takes at most. */
export function openCamera(): void {
  openUntil = Date.now() + longestMs;
}

/** The page may use the camera no longer: the photographs are taken, or the counter was locked. */
export function closeCamera(): void {
  openUntil = 0;
}

/** True while somebody who may take items in has asked for the camera. */
export function isCameraOpen(): boolean {
  return Date.now() < openUntil;
}
