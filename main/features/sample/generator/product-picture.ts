/** A picture of any product of the sample, drawn from its attributes: no asset is shipped, and none is loaded. */
import { giftPicture, strapPicture } from './accessory-picture.ts';
import { escapeXml } from './picture-colours.ts';
import type { SampleProduct } from './types.ts';
import { watchPicture } from './watch-picture.ts';

/** Several pictures may stand on one page: each one's gradients carry its own prefix. */
function prefixed(body: string, uid: string): string {
  return body.replace(/id="([a-z]+)"/g, `id="${uid}$1"`).replace(/url\(#([a-z]+)\)/g, `url(#${uid}$1)`);
}

/** An SVG of 400 × 400 on a transparent ground. */
export function productPicture(product: SampleProduct): string {
  const uid = `p${product.index}`;
  const attributes = product.attributes;
  const body =
    attributes.kind === 'watch'
      ? watchPicture(product, attributes)
      : attributes.kind === 'strap'
        ? strapPicture(attributes)
        : giftPicture(attributes);
  const shadow =
    '<defs><filter id="sh" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur in="SourceAlpha" stdDeviation="8"/><feOffset dy="6"/><feComponentTransfer><feFuncA type="linear" slope=".28"/></feComponentTransfer><feMerge><feMergeNode/><feMergeNode in="SourceGraphic"/></feMerge></filter></defs>';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img" aria-label="${escapeXml(product.nameEn)}">${prefixed(shadow + body, uid)}</svg>`;
}
