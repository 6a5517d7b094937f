import { Button, Group, Text } from '@mantine/core';
import type { Language } from '@shared/domain/languages';
import { type Signature, signaturePath } from '@shared/domain/signature';
import { IconArrowBackUp, IconEraser } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import Pad, { type PointGroup } from 'signature_pad';
import { useWordsIn } from '../lib/i18n';
import classes from './signature-pad.module.css';

interface SignaturePadProps {
  /** Who reads the labels. */
  readonly language: Language;
  readonly value: Signature | null;
  readonly onChange: (signature: Signature | null) => void;
}

/** Where a customer signs with finger, pen or mouse; the strokes are kept, never a picture. */
export function SignaturePad({ language, value, onChange }: SignaturePadProps) {
  const { t } = useWordsIn(language);
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const padRef = useRef<Pad | null>(null);
  const report = useRef(onChange);
  report.current = onChange;
  /** What stands on the canvas: drawn here, or put there. */
  const shown = useRef<Signature | null>(null);

  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas) return;
    const pad = new Pad(canvas, pen);
    padRef.current = pad;
    // Drawn at the screen's own resolution; a new width keeps what was drawn.
    const resize = () => {
      const strokes = pad.toData();
      const ratio = Math.max(window.devicePixelRatio, 1);
      canvas.width = canvas.offsetWidth * ratio;
      canvas.height = canvas.offsetHeight * ratio;
      canvas.getContext('2d')?.scale(ratio, ratio);
      pad.fromData(strokes);
    };
    resize();
    const watcher = new ResizeObserver(resize);
    watcher.observe(canvas);
    pad.addEventListener('endStroke', () => {
      shown.current = drawnOn(canvas, pad.toData());
      report.current(shown.current);
    });
    return () => {
      watcher.disconnect();
      pad.off();
    };
  }, []);

  // Changed from outside: emptied, because the notice is another now, or brought back after a lock.
  useEffect(() => {
    const canvas = canvasRef.current;
    if (!canvas || value === shown.current) return;
    shown.current = value;
    if (value) padRef.current?.fromData(strokesOn(canvas, value));
    else padRef.current?.clear();
  }, [value]);

  const undo = () => {
    const pad = padRef.current;
    const canvas = canvasRef.current;
    if (!pad || !canvas) return;
    const strokes = pad.toData().slice(0, -1);
    pad.fromData(strokes);
    shown.current = drawnOn(canvas, strokes);
    onChange(shown.current);
  };

  return (
    <div>
      <div className={classes.frame}>
        <canvas ref={canvasRef} className={classes.canvas} role="img" aria-label={t('consents.ask.sign')} />
        <div className={classes.line} />
      </div>
      <Group justify="space-between" mt={4} mih={44}>
        <Text size="sm" c="dimmed">
          {t('consents.ask.signHint')}
        </Text>
        <Group gap="xs">
          <Button
            variant="subtle"
            leftSection={<IconArrowBackUp size={18} aria-hidden />}
            disabled={value === null}
            onClick={undo}
          >
            {t('consents.ask.signatureUndo')}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconEraser size={18} aria-hidden />}
            disabled={value === null}
            onClick={() => onChange(null)}
          >
            {t('consents.ask.signatureClear')}
          </Button>
        </Group>
      </Group>
    </div>
  );
}

const pen = { penColor: '#1c1a17', minWidth: 0.8, maxWidth: 2.6 };
const samplingMs = 16;

/** A kept signature as the pad draws it, fitted to the canvas of today. */
function strokesOn(canvas: HTMLCanvasElement, { width, strokes }: Signature): PointGroup[] {
  const scale = canvas.offsetWidth / width;
  return strokes.map((points) => ({
    ...pen,
    dotSize: 0,
    velocityFilterWeight: 0.7,
    compositeOperation: 'source-over',
    points: points.map(([x, y], index) => ({
      x: x * scale,
      y: y * scale,
      pressure: 0.5,
      time: index * samplingMs,
    })),
  }));
}

function drawnOn(canvas: HTMLCanvasElement, groups: readonly PointGroup[]): Signature | null {
  const tenth = (value: number) => Math.round(value * 10) / 10;
  const strokes = groups
    .filter(({ points }) => points.length > 0)
    .map(({ points }) => points.map(({ x, y }): [number, number] => [tenth(x), tenth(y)]));
  return strokes.length > 0 ? { width: canvas.offsetWidth, height: canvas.offsetHeight, strokes } : null;
}

/** A kept signature, drawn again from its strokes. */
export function DrawnSignature({ signature, label }: { signature: Signature; label: string }) {
  return (
    <svg
      className={classes.drawn}
      viewBox={`0 0 ${signature.width} ${signature.height}`}
      role="img"
      aria-label={label}
    >
      <path
        d={signaturePath(signature)}
        fill="none"
        stroke="#1c1a17"
        strokeWidth={Math.max(2, signature.width / 300)}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
