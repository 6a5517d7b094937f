import type { ImportKind, TargetOf } from './targets';

/** Names parted by commas. */
function names(text: string): readonly string[] {
  return text.split(',').map((name) => name.trim());
}

/**
 * Column names per field, best first, in English, Traditional and Simplified Chinese, with those of Shopify, Square,
 * Odoo and the "online retail" data. Written plainly: capitals, spaces and signs do not count when they are compared.
 */
export const SYNONYMS: { readonly [K in ImportKind]: Readonly<Record<TargetOf<K>, readonly string[]>> } = {
  customers: {
    externalId: names(`
      customer id, external id, client id, square customer id, contact id, customer no, customer number,
      customer code, client code, client no, account number, id, ref, internal reference, reference id,
      客戶編號, 顧客編號, 客戶號, 客戶代碼, 客户编号, 顾客编号, 客户号, 客户代码, 客人編號, 客编, 編號,
      编号`),
    memberNumber: names(`
      member number, member no, membership number, membership no, member id, vip number, vip no,
      vip card, card number, card no, loyalty number, loyalty card, member, 會員編號, 會員號, 會員卡號,
      會員號碼, 貴賓卡號, 卡號, 会员编号, 会员号, 会员卡号, 贵宾卡号, 卡号`),
    familyName: names('family name, last name, lastname, surname, customer last name, 姓, 姓氏'),
    givenName: names('given name, first name, firstname, forename, given names, christian name, 名, 名字'),
    englishName: names(
      'english name, name in english, name (english), name en, 英文姓名, 英文名, 英文名稱, 英文名称',
    ),
    chineseName: names('chinese name, name in chinese, name (chinese), name zh, 中文姓名, 中文名, 中文名字'),
    fullName: names(`
      full name, name, customer name, client name, display name, complete name, contact name, customer,
      姓名, 客戶姓名, 客戶名稱, 顧客姓名, 客户姓名, 客户名称, 顾客姓名, 會員姓名, 会员姓名, 名稱, 名称,
      客人姓名`),
    title: names('title, salutation, prefix, honorific, 稱謂, 稱呼, 尊稱, 称谓, 称呼, 尊称'),
    phone: names(`
      phone, mobile, mobile phone, phone number, mobile number, mobile no, telephone, tel, tel no,
      phone no, cell, cell phone, contact number, contact no, whatsapp, phone 1, default address phone,
      電話, 手機, 手提電話, 手提, 流動電話, 手機號碼, 電話號碼, 聯絡電話, 聯繫電話, 客戶電話, 电话, 手机,
      手机号, 手机号码, 电话号码, 联系电话, 联络电话, 移动电话`),
    phone2: names(`
      phone 2, second phone, secondary phone, other phone, home phone, work phone, office phone,
      mobile 2, alternate phone, telephone 2, tel 2, home tel, office tel, landline, phone, mobile,
      電話2, 其他電話, 住宅電話, 辦公電話, 公司電話, 第二電話, 电话2, 其他电话, 住宅电话, 办公电话,
      公司电话`),
    email: names(`
      email, e-mail, email address, e-mail address, mail, 電郵, 電郵地址, 電子郵件, 電子郵箱, 電子信箱,
      邮箱, 电邮, 电子邮件, 电子邮箱, 邮件, 郵箱`),
    wechat: names('wechat, wechat id, weixin, we chat, 微信, 微信號, 微信号, 微信id'),
    address: names(`
      address, full address, street address, mailing address, home address, postal address, address 1,
      address line 1, street address 1, street, default address address1, contact address,
      complete address, 地址, 住址, 通訊地址, 郵寄地址, 聯絡地址, 通讯地址, 邮寄地址, 联系地址, 家庭住址`),
    language: names('language, lang, locale, preferred language, 語言, 語文, 常用語言, 语言, 语种'),
    birthday: names(
      'birthday, date of birth, birth date, birthdate, dob, born, 生日, 出生日期, 出生年月日, 出生年月',
    ),
    note: names(`
      note, notes, memo, remark, remarks, comment, comments, internal notes, 備註, 備注, 註, 附註, 備忘,
      备注, 附注, 备忘, 說明, 说明`),
    advisor: names(`
      advisor, adviser, sales advisor, client advisor, salesperson, sales person, sales rep, assigned to,
      sales associate, consultant, account manager, staff, 顧問, 銷售顧問, 負責人, 客戶顧問, 銷售員,
      跟進人, 顾问, 销售顾问, 负责人, 销售员, 跟进人, 导购`),
    acceptsEmail: names(`
      accepts email marketing, accepts marketing, email marketing, email opt in, email consent,
      accepts email, email subscription status, subscribed, newsletter, 接收電郵, 電郵推廣, 同意電郵,
      接收电邮, 接收邮件, 邮件推广`),
    acceptsSms: names(`
      accepts sms marketing, sms marketing, sms opt in, sms consent, accepts sms, text marketing,
      接收短訊, 短訊推廣, 同意短訊, 接收短信, 短信推广, 接收簡訊`),
    tags: names(
      'tags, tag, labels, groups, group, segments, category, 標籤, 分組, 群組, 标签, 分组, 客户标签',
    ),
  },
  products: {
    code: names(`
      code, product code, stock code, item code, variant sku, sku, item number, item no, product id,
      stock number, stock no, internal reference, default code, product number, article number,
      style number, item id, watch id, handle, reference, reference number, ref no, id,
      貨號, 貨品編號, 產品編號, 商品編號, 商品代碼, 編碼, 编码, 货号, 货品编号, 产品编号, 商品编号,
      商品代码, 編號, 编号, movement calibre`),
    brand: names(`
      brand, brand name, vendor, manufacturer, maker, make, maison, 品牌, 牌子, 廠商, 厂商, 製造商,
      制造商`),
    family: names(`
      family, family / model, collection, series, line, product line, range, model family, typical model,
      系列, 產品系列, 产品系列, 款式, 型號系列`),
    reference: names(`
      reference, reference number, ref, ref no, ref number, model number, model no, model, mpn,
      google shopping / mpn, manufacturer reference, vendor reference, 型號, 參考編號, 款號, 型号,
      参考编号, 款号`),
    barcode: names(
      'barcode, variant barcode, bar code, ean, ean13, upc, gtin, isbn, 條碼, 條形碼, 条码, 条形码',
    ),
    name: names(`
      name, product name, title, item name, product, display name, english name, product title,
      description, item, item description, model name, family / model, typical model, 名稱, 產品名稱,
      商品名稱, 貨品名稱, 品名, 英文名稱, 名称, 产品名称, 商品名称, 货品名称, 英文名称`),
    chineseName: names(
      'chinese name, name in chinese, name (chinese), name zh, 中文名稱, 中文品名, 中文名, 中文名称',
    ),
    category: names(`
      category, product category, type, product type, department, class, group, item category,
      google shopping / google product category, 類別, 分類, 種類, 商品類別, 产品类别, 类别, 分类, 种类,
      商品分类`),
    price: names(`
      price, variant price, sales price, sale price, list price, retail price, selling price, unit price,
      latest price, current price, public price, rrp, srp, msrp, 售價, 價格, 零售價, 單價, 定價, 價錢,
      標價, 售价, 价格, 零售价, 单价, 定价, 标价`),
    currency: names('currency, currency code, price currency, 貨幣, 幣別, 幣種, 货币, 币别, 币种'),
    status: names(`
      status, product status, availability, published, active, state, 狀態, 商品狀態, 状态, 商品状态,
      上架`),
    stock: names(`
      stock, stock quantity, quantity on hand, on hand, variant inventory qty, inventory,
      inventory quantity, qty, quantity, in stock, qty available, 庫存, 存貨, 庫存數量, 存量, 库存, 存货,
      库存数量, 數量, 数量`),
  },
  purchases: {
    receiptNumber: names(`
      receipt number, receipt no, receipt, invoice no, invoice number, invoice, order number, order no,
      order id, order reference, transaction id, transaction number, sale number, bill no,
      document number, order, basket id, name, number, 單號, 收據編號, 收據號碼, 發票號碼, 發票編號,
      訂單編號, 訂單號, 交易編號, 單據號, 单号, 收据编号, 收据号, 发票号, 发票号码, 订单编号, 订单号,
      交易编号, 单据号, 小票号`),
    date: names(`
      date, invoice date, purchase date, order date, sale date, transaction date, created at, paid at,
      sold at, date of purchase, transaction timestamp, timestamp, datetime, date time, day,
      processed at, 日期, 購買日期, 銷售日期, 交易日期, 發票日期, 訂單日期, 單據日期, 成交日期, 购买日期,
      销售日期, 发票日期, 订单日期, 单据日期, 下单时间, 交易时间, 交易時間`),
    customerId: names(`
      customer id, customer number, customer no, customer code, client id, client code, customer, client,
      member number, member no, household id, customer reference id, customer / id, account, email,
      phone, 客戶編號, 顧客編號, 會員編號, 會員號, 客戶, 顧客, 會員卡號, 客户编号, 顾客编号, 会员编号,
      会员号, 客户, 顾客`),
    productCode: names(`
      product code, stock code, item code, sku, lineitem sku, product id, item number, item no, code,
      article number, reference, order lines / product, product, barcode, item id, model number, 貨號,
      貨品編號, 產品編號, 商品編號, 商品代碼, 货号, 货品编号, 产品编号, 商品编号, 商品代码, 型號, 型号`),
    description: names(`
      description, product name, item description, item name, lineitem name, product description, item,
      order lines / description, product, title, details, 描述, 品名, 商品名稱, 產品名稱, 貨品名稱, 貨品,
      商品, 商品名称, 产品名称, 货品名称, 货品, 說明, 说明`),
    quantity: names(`
      quantity, qty, lineitem quantity, units, pieces, order lines / quantity, ordered quantity, count,
      數量, 件數, 销量, 数量, 件数`),
    unitPrice: names(`
      unit price, price, lineitem price, order lines / unit price, item price, price each, selling price,
      單價, 售價, 價格, 成交價, 单价, 售价, 价格, 成交价`),
    lineTotal: names(`
      line total, line amount, amount, net amount, sales value, net sales, extended price, subtotal line,
      order lines / subtotal, order lines / total, gross sales, net total, total price, 金額, 小計, 總價,
      總額, 銷售額, 金额, 小计, 总价, 总额, 销售额, 實收, 实收`),
    discount: names(`
      discount, line discount, lineitem discount, discount amount, discounts, order lines / discount,
      折扣, 折扣額, 優惠, 折扣金額, 折扣额, 优惠, 折扣金额`),
    currency: names('currency, currency code, 貨幣, 幣別, 幣種, 货币, 币别, 币种'),
    serial: names(`
      serial, serial number, serial no, case number, lot / serial number, 序號, 編碼序號, 機身編號,
      序列號, 序号, 序列号`),
    staff: names(`
      staff, staff name, employee, salesperson, sales person, cashier, sold by, sales associate, advisor,
      sales rep, user, staff id, 店員, 員工, 銷售員, 營業員, 經手人, 店员, 员工, 销售员, 营业员, 经手人,
      导购, 顧問, 顾问`),
    country: names(`
      country, billing country, shipping country, customer country, nation, 國家, 國籍, 国家, 国籍, 地區,
      地区`),
  },
};
