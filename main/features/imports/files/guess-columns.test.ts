import { describe, expect, test } from 'vitest';
import { guessMapping } from './guess-columns';
import { type ImportKind, type Mapping, missingTargets, TARGETS } from './targets';

/** The guess as column names, the unmapped fields left out. */
function guess(kind: ImportKind, header: string[], rows: string[][] = []): Record<string, string> {
  const columns = Object.entries<number | null>(guessMapping(kind, header, rows));
  return Object.fromEntries(
    columns.flatMap(([field, at]) => (at === null ? [] : [[field, header[at] ?? '']])),
  );
}

describe('columns are guessed', () => {
  test('from a Hong Kong customer list in Traditional Chinese', () => {
    const header = [
      '會員編號',
      '姓',
      '名',
      '英文姓名',
      '稱謂',
      '手提電話',
      '住宅電話',
      '電郵地址',
      '微信',
      '地址',
      '生日',
      '備註',
      '銷售顧問',
    ];
    expect(Object.keys(guess('customers', header)).sort()).toEqual(
      [
        ...[
          'memberNumber',
          'familyName',
          'givenName',
          'englishName',
          'title',
          'phone',
          'phone2',
          'email',
          'wechat',
        ],
        ...['address', 'birthday', 'note', 'advisor'],
      ].sort(),
    );
  });

  test('from a customer list in Simplified Chinese', () => {
    expect(
      guess('customers', ['客户编号', '姓名', '手机号码', '邮箱', '出生日期', '客户标签', '备注']),
    ).toEqual({
      externalId: '客户编号',
      fullName: '姓名',
      phone: '手机号码',
      email: '邮箱',
      birthday: '出生日期',
      tags: '客户标签',
      note: '备注',
    });
  });

  test('from Odoo', () => {
    expect(
      guess('customers', ['External ID', 'Display Name', 'Phone', 'Mobile', 'Email', 'Salesperson', 'Tags']),
    ).toEqual({
      externalId: 'External ID',
      fullName: 'Display Name',
      phone: 'Phone',
      phone2: 'Mobile',
      email: 'Email',
      advisor: 'Salesperson',
      tags: 'Tags',
    });
    expect(
      guess('products', [
        'Internal Reference',
        'Name',
        'Sales Price',
        'Quantity On Hand',
        'Product Category',
      ]),
    ).toEqual({
      code: 'Internal Reference',
      name: 'Name',
      price: 'Sales Price',
      stock: 'Quantity On Hand',
      category: 'Product Category',
    });
    expect(
      guess('purchases', [
        'Order Reference',
        'Order Date',
        'Customer',
        'Order Lines/Product',
        'Order Lines/Quantity',
        'Order Lines/Unit Price',
      ]),
    ).toMatchObject({
      receiptNumber: 'Order Reference',
      date: 'Order Date',
      customerId: 'Customer',
      quantity: 'Order Lines/Quantity',
    });
  });

  test('from Chinese product and sales lists', () => {
    expect(
      guess('products', ['貨號', '品牌', '系列', '型號', '條碼', '名稱', '中文名稱', '類別', '售價', '庫存']),
    ).toEqual({
      code: '貨號',
      brand: '品牌',
      family: '系列',
      reference: '型號',
      barcode: '條碼',
      name: '名稱',
      chineseName: '中文名稱',
      category: '類別',
      price: '售價',
      stock: '庫存',
    });
    expect(
      guess('purchases', [
        '单号',
        '日期',
        '会员编号',
        '货号',
        '品名',
        '数量',
        '单价',
        '金额',
        '折扣',
        '店员',
      ]),
    ).toEqual({
      receiptNumber: '单号',
      date: '日期',
      customerId: '会员编号',
      productCode: '货号',
      description: '品名',
      quantity: '数量',
      unitPrice: '单价',
      lineTotal: '金额',
      discount: '折扣',
      staff: '店员',
    });
  });

  test('an empty column gives way to one with values', () => {
    expect(
      guess(
        'products',
        ['SKU', 'Handle', 'Title'],
        [
          ['', 'ring', 'Ring'],
          ['', 'chain', 'Chain'],
        ],
      ).code,
    ).toBe('Handle');
  });

  test('a list with reference numbers only has its codes there', () => {
    expect(guess('products', ['Reference', 'Model'], [['5711/1A', 'Nautilus']])).toMatchObject({
      code: 'Reference',
      reference: 'Reference',
    });
  });

  test('a company is not a person', () => {
    expect(guess('customers', ['First Name', 'Company Name']).fullName).toBeUndefined();
  });
});

test('what a mapping lacks is told', () => {
  const empty = (kind: ImportKind) => Object.fromEntries(TARGETS[kind].map(({ field }) => [field, null]));
  expect(missingTargets('purchases', empty('purchases') as Mapping<'purchases'>)).toEqual([
    ['receiptNumber'],
    ['date'],
    ['productCode', 'description'],
    ['unitPrice', 'lineTotal'],
  ]);
  const mapping = guessMapping('customers', ['姓名', '電話'], []);
  expect(missingTargets('customers', mapping)).toEqual([]);
});
