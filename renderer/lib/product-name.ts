export { fullProductName, productName } from '@shared/domain/product-names';
