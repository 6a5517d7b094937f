import { WaitingPanel } from '../features/interests/waiting-panel';
import { ProductPage } from '../features/products/product-page';

/** One product, with who waits for it, which another feature knows. */
export function ProductScreen() {
  return <ProductPage Waiting={WaitingPanel} />;
}
