import { IconPhoto } from '@tabler/icons-react';
import { useAsk } from '../lib/ask';
import { useWords } from '../lib/i18n';
import classes from './product-picture.module.css';

interface ProductPictureProps {
  readonly pictureId: string | null;
  /** What it shows; '' where the name stands beside it. */
  readonly alt: string;
  /** Width and height in pixels. */
  readonly size: number;
}

/**
 * A picture taken off the screen is let go at once. Left to the garbage collector, which does not see what decoded
 * pictures weigh, a day's customers pile up to hundreds of megabytes.
 */
function lettingGo(image: HTMLImageElement) {
  return () => image.removeAttribute('src');
}

/** A product's picture as an image that runs no script, or the place where one would be. */
export function ProductPicture({ pictureId, alt, size }: ProductPictureProps) {
  const { t } = useWords();
  const picture = useAsk('products.picture', { pictureId: pictureId ?? '' }, [], {
    enabled: pictureId !== null,
  });
  const style = { width: size, height: size };
  if (!picture.data) {
    return (
      <span className={classes.empty} style={style} role="img" aria-label={alt || t('products.noPicture')}>
        <IconPhoto size={Math.min(40, size / 2)} stroke={1} aria-hidden />
      </span>
    );
  }
  return (
    <img
      ref={lettingGo}
      className={classes.picture}
      style={style}
      src={`data:${picture.data.mime};base64,${picture.data.base64}`}
      alt={alt}
    />
  );
}
