import { useEffect, useState } from 'react';
import { call } from '../../lib/call';

/** Why there is no picture. */
export type CameraProblem = 'none' | 'refused' | 'busy';

interface Camera {
  /** Null until the picture is there. */
  readonly stream: MediaStream | null;
  readonly problem: CameraProblem | null;
  readonly cameras: readonly MediaDeviceInfo[];
  readonly chosen: string | null;
  choose(deviceId: string): void;
  /** Tries once more: somebody plugged it in. */
  again(): void;
}

/** What the browser calls a failure, as people call it. */
function problemOf(error: unknown): CameraProblem {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'none';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'refused';
}

/** The sharpest picture a usual camera gives; a smaller one is taken where it does not. */
const wanted = { width: { ideal: 1920 }, height: { ideal: 1080 } };

/** The live picture of a camera while the caller is on the screen; main allows it for so long and no longer. */
export function useCamera(): Camera {
  const [stream, setStream] = useState<MediaStream | null>(null);
  const [problem, setProblem] = useState<CameraProblem | null>(null);
  const [cameras, setCameras] = useState<readonly MediaDeviceInfo[]>([]);
  const [chosen, setChosen] = useState<string | null>(null);
  /** The one that gives the picture, chosen or not. */
  const [running, setRunning] = useState<string | null>(null);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round is another try
  useEffect(() => {
    let isGone = false;
    let own: MediaStream | null = null;
    const begin = async () => {
      await call('jobs.camera', { isOpen: true });
      own = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: chosen ? { ...wanted, deviceId: { exact: chosen } } : wanted,
      });
      if (isGone) return stop(own);
      const devices = await navigator.mediaDevices.enumerateDevices();
      if (isGone) return stop(own);
      setCameras(devices.filter(({ kind }) => kind === 'videoinput'));
      setRunning(own.getVideoTracks()[0]?.getSettings().deviceId ?? null);
      setProblem(null);
      setStream(own);
    };
    begin().catch((error: unknown) => {
      if (!isGone) setProblem(problemOf(error));
    });
    return () => {
      isGone = true;
      if (own) stop(own);
      setStream(null);
    };
  }, [chosen, round]);
  // The permission ends with the dialog, not with one camera of several.
  useEffect(() => () => void call('jobs.camera', { isOpen: false }).catch(() => undefined), []);
  return {
    stream,
    problem,
    cameras,
    chosen: running,
    choose: setChosen,
    again: () => {
      setProblem(null);
      setRound((count) => count + 1);
    },
  };
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}
