/** Receipts: when somebody came, what was taken, what came back. */
import { DAY_MS, dayOf, instantOf, type ReceiptBook, secondsOf } from './calendar.ts';
import { itemFromSale, type SerialBook, serialFor } from './items.ts';
import { onSale, pickFrom, priceOn } from './market.ts';
import { drawBand, type Profile } from './profile.ts';
import { type Random, weightTable } from './random.ts';
import type { ReturnReason, SampleItem, SampleSale, SampleSaleLine } from './types.ts';
import { staffOn, type World } from './world.ts';

/** What changes while customers stream by: the numbers already given out. */
export interface Run {
  receipts: ReceiptBook;
  serials: SerialBook;
}

export interface Buyer {
  id: string | null;
  profile: Profile;
  advisor: number | null;
  birthMonth: number | null;
  nameOnCard: string;
}

const LINE_COUNT = weightTable([0.56, 0.29, 0.11, 0.04]);
const QUANTITY = weightTable([90, 5, 2, 1, 0.8, 0.5, 0.2, 0.2]);
const BULK = [1, 2, 3, 4, 6, 8, 10, 12];
const RETURN_REASONS: readonly ReturnReason[] = [
  'changed-mind',
  'wrong-size',
  'unwanted-gift',
  'defect',
  'exchange',
];
const PRECIOUS_CASH = 12_000_000;

/** A watch in the customer's band and, if they have one, of a house they like. */
function pickWatch(
  world: World,
  random: Random,
  profile: Profile,
  day: number,
  known: boolean,
): number | null {
  const { market } = world;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const band = drawBand(random, profile);
    const brand = profile.brands.length > 0 && random.chance(0.55) ? random.pick(profile.brands) : null;
    const found =
      (brand === null ? null : pickFrom(market, random, market.brandBands.get(brand)?.[band], day)) ??
      pickFrom(market, random, market.bands[band], day);
    if (found === null) continue;
    const product = world.products[found]!;
    // Scarce watches go to people the shop has known for a while.
    if (product.scarce && !known && random.chance(0.9)) continue;
    const wearer = product.attributes.kind === 'watch' ? product.attributes.wearer : 'unisex';
    const suits = wearer === 'unisex' || (wearer === 'men') === (profile.gender === 'male');
    if (!suits && attempt < 2 && random.chance(0.75)) continue;
    return found;
  }
  return null;
}

function pickOther(
  world: World,
  random: Random,
  profile: Profile,
  day: number,
  after: number | null,
  history: number[],
): number | null {
  const { market } = world;
  if (after !== null) {
    const companion = random.unit();
    const watch = world.products[after]!.attributes;
    if (watch.kind === 'watch' && companion < 0.4) {
      const strap = pickFrom(market, random, market.strapsByWidth.get(watch.lugWidthMm), day);
      if (strap !== null) return strap;
    } else if (companion < 0.75) {
      const companions = market.companions[after]!;
      const liked = companions.length > 0 ? random.pick(companions) : null;
      if (liked !== null && onSale(market, liked, day)) return liked;
    }
  }
  // People come back for what they liked: refills, the same wallet for a client, one more strap.
  if (history.length > 0 && random.chance(0.16)) {
    const again = random.pick(history);
    if (onSale(market, again, day)) return again;
  }
  return pickFrom(
    market,
    random,
    random.chance(profile.habits.strapShare) ? market.straps : market.gifts,
    day,
  );
}

function discountFor(
  world: World,
  random: Random,
  product: number,
  gross: number,
  day: number,
  buyer: Buyer,
  withWatch: boolean,
) {
  const goods = world.products[product]!;
  if (goods.scarce || gross < 20_000) return { discount: 0, reason: null };
  const roll = random.unit();
  const month = new Date(day * DAY_MS).getUTCMonth() + 1;
  let percent = 0;
  let reason: SampleSaleLine['discountReason'] = null;
  if (withWatch && goods.category !== 'watch' && roll < 0.35) {
    percent = 15;
    reason = 'bundle';
  } else if (buyer.birthMonth === month && roll < 0.4) {
    percent = 10;
    reason = 'birthday';
  } else if ((month === 11 || month === 12) && roll < 0.16) {
    percent = goods.category === 'watch' ? 5 : 12;
    reason = 'festival';
  } else if (goods.discontinuedOn !== null && roll < 0.25) {
    percent = 20;
    reason = 'display-piece';
  } else if (buyer.id !== null && roll > 0.93) {
    percent = 5;
    reason = 'member';
  } else if (roll > 0.915 && roll <= 0.93) {
    percent = random.int(2, 8);
    reason = 'manager';
  }
  // Whole dollars.
  return { discount: Math.floor((gross * percent) / 10_000) * 100, reason: percent === 0 ? null : reason };
}

const PAYMENT_NOTES: Readonly<Record<SampleSale['payment'], readonly string[]>> = {
  cash: ['Counted twice', '現金點收'],
  card: ['Visa, approval noted on slip', 'Mastercard', 'AE, ID checked', '分期 12 個月'],
  octopus: ['Octopus'],
  fps: ['FPS, reference on slip', '轉數快'],
  alipay: ['Alipay HK', '支付宝'],
  'wechat-pay': ['微信支付'],
  unionpay: ['銀聯卡', '银联，护照已核对'],
  cheque: ['Cheque, goods held until cleared', '支票過數後取貨'],
  mixed: ['Part cash, part card', '訂金已付，餘款信用卡', 'Old gift card used'],
};

function paymentFor(random: Random, total: number, mainland: boolean): SampleSale['payment'] {
  const roll = random.unit();
  if (mainland)
    return roll < 0.45
      ? 'unionpay'
      : roll < 0.7
        ? 'wechat-pay'
        : roll < 0.85
          ? 'alipay'
          : roll < 0.95
            ? 'card'
            : 'cash';
  if (total < 100_000)
    return roll < 0.3
      ? 'octopus'
      : roll < 0.62
        ? 'card'
        : roll < 0.8
          ? 'cash'
          : roll < 0.92
            ? 'alipay'
            : 'fps';
  if (total < 5_000_000)
    return roll < 0.74
      ? 'card'
      : roll < 0.84
        ? 'fps'
        : roll < 0.91
          ? 'cash'
          : roll < 0.96
            ? 'alipay'
            : 'mixed';
  return roll < 0.76 ? 'card' : roll < 0.86 ? 'mixed' : roll < 0.93 ? 'fps' : roll < 0.97 ? 'cheque' : 'cash';
}

export interface Visit {
  sale: SampleSale;
  items: SampleItem[];
}

/** One receipt. `history` remembers the small goods this customer has taken before. */
export function inventSale(
  world: World,
  run: Run,
  random: Random,
  buyer: Buyer,
  day: number,
  seconds: number,
  known: boolean,
  history: number[],
  mainland: boolean,
): Visit | null {
  const { receiptNo, at } = run.receipts.issue(day, seconds);
  const { profile } = buyer;
  const lines: SampleSaleLine[] = [];
  const items: SampleItem[] = [];
  const wanted = random.weighted(LINE_COUNT) + 1;
  let watch: number | null = null;
  let precious = false;
  let total = 0;
  for (let lineNo = 1; lineNo <= wanted; lineNo += 1) {
    let product: number | null = null;
    if (
      watch === null &&
      random.chance(lineNo === 1 ? profile.habits.watchShare * 1.35 : profile.habits.watchShare * 0.4)
    ) {
      product = pickWatch(world, random, profile, day, known);
      watch = product;
    }
    product ??= pickOther(world, random, profile, day, watch, history);
    if (product === null) continue;
    const goods = world.products[product]!;
    if (!goods.serialised && history.length < 24) history.push(product);
    const quantity = goods.serialised ? 1 : BULK[random.weighted(QUANTITY)]!;
    const unitPrice = priceOn(world.market, product, day);
    const { discount, reason } = discountFor(
      world,
      random,
      product,
      quantity * unitPrice,
      day,
      buyer,
      watch !== null,
    );
    const amount = quantity * unitPrice - discount;
    total += amount;
    precious ||= goods.precious;
    lines.push({
      id: random.uuid7(at),
      lineNo: lines.length + 1,
      productId: goods.id,
      productIndex: product,
      quantity,
      unitPrice,
      discount,
      discountReason: reason,
      amount,
      serial: goods.serialised ? serialFor(run.serials, goods) : null,
      itemId: goods.serialised && buyer.id !== null ? random.uuid7(at) : null,
      returnOfLineId: null,
    });
  }
  if (lines.length === 0) return null;
  const payment = paymentFor(random, total, mainland);
  const worn = watch === null ? null : world.products[watch]!.attributes;
  const wrongWearer =
    worn !== null &&
    worn.kind === 'watch' &&
    worn.wearer !== 'unisex' &&
    (worn.wearer === 'men') !== (profile.gender === 'male');
  const sale: SampleSale = {
    id: random.uuid7(at),
    receiptNo,
    at,
    kind: 'sale',
    customerId: buyer.id,
    staffId: staffOn(
      world,
      random,
      day,
      buyer.advisor !== null && random.chance(0.65) ? buyer.advisor : null,
    ),
    returnOfSaleId: null,
    returnReason: null,
    currency: 'HKD',
    lines,
    total,
    payment,
    paymentNote: random.chance(0.22) ? random.pick(PAYMENT_NOTES[payment]) : null,
    preciousCash: payment === 'cash' && precious && total >= PRECIOUS_CASH,
    gift: wrongWearer || random.chance(watch === null ? 0.2 : 0.06),
  };
  if (buyer.id !== null) {
    for (const line of lines) {
      if (line.itemId !== null)
        items.push(
          itemFromSale(world, random, sale, line, day, sale.gift ? null : buyer.nameOnCard, run.serials),
        );
    }
  }
  return { sale, items };
}

/** A part of the goods, or all of them, comes back within a fortnight. */
function inventReturn(
  world: World,
  run: Run,
  random: Random,
  sale: SampleSale,
  day: number,
): SampleSale | null {
  const back = world.calendar.pickDay(random, day + 1, day + 14);
  if (back === null) return null;
  const { receiptNo, at } = run.receipts.issue(back, world.calendar.pickSeconds(random, back));
  const chosen = sale.lines.length === 1 || random.chance(0.3) ? sale.lines : [random.pick(sale.lines)];
  let total = 0;
  const lines = chosen.map((line, index): SampleSaleLine => {
    const quantity =
      line.quantity > 1 && random.chance(0.5) ? random.int(1, line.quantity - 1) : line.quantity;
    // The discount goes back in proportion, in whole cents.
    const discount = Math.round((line.discount * quantity) / line.quantity);
    const amount = -(quantity * line.unitPrice - discount);
    total += amount;
    return {
      ...line,
      id: random.uuid7(at),
      lineNo: index + 1,
      quantity: -quantity,
      discount: discount === 0 ? 0 : -discount,
      amount,
      itemId: null,
      returnOfLineId: line.id,
    };
  });
  return {
    ...sale,
    id: random.uuid7(at),
    receiptNo,
    at,
    kind: 'return',
    staffId: staffOn(world, random, back, null),
    returnOfSaleId: sale.id,
    returnReason: random.pick(RETURN_REASONS),
    lines,
    total,
    paymentNote: null,
    preciousCash: false,
  };
}

export interface History {
  sales: SampleSale[];
  items: SampleItem[];
}

const RETURN_SHARE = 0.021;
const CROWDED = 300;

/** Everything somebody bought: `visits` receipts between arriving and, for some, no longer coming. */
export function inventHistory(
  world: World,
  run: Run,
  random: Random,
  buyer: Buyer,
  arrival: { at: number; cardFile: boolean },
  visits: number,
  mainland: boolean,
): History {
  const { calendar } = world;
  const arrived = Math.max(dayOf(arrival.at), calendar.firstDay);
  // Some stop coming; the more often they came, the longer they stay.
  const stays = -Math.log(1 - random.unit()) * 1100 + visits * 40;
  const crowded = visits > CROWDED;
  const last = crowded
    ? calendar.lastDay
    : Math.min(calendar.lastDay, Math.floor(arrived + Math.max(stays, 5)));
  const atOnce = !arrival.cardFile && random.chance(0.75);
  const days: number[] = atOnce ? [arrived] : [];
  while (days.length < visits) {
    const day = calendar.pickDay(random, arrived, last);
    if (day === null) break;
    days.push(day);
  }
  days.sort((a, b) => a - b);
  const sales: SampleSale[] = [];
  const items: SampleItem[] = [];
  const history: number[] = [];
  let returned = false;
  let previous = -1;
  for (const day of days) {
    // Nobody comes twice a day, except where more visits are asked for than there are days.
    if (day === previous && !crowded) continue;
    previous = day;
    const first = atOnce && day === arrived;
    const seconds = first ? secondsOf(arrival.at) + random.int(240, 840) : calendar.pickSeconds(random, day);
    // Somebody who walked in late on the very first day is served the same day, or not at all.
    if (!first && day === arrived && !arrival.cardFile && instantOf(day, seconds) < arrival.at) continue;
    const visit = inventSale(world, run, random, buyer, day, seconds, sales.length > 1, history, mainland);
    if (visit === null) continue;
    sales.push(visit.sale);
    items.push(...visit.items);
    if (random.chance(RETURN_SHARE)) {
      const back = inventReturn(world, run, random, visit.sale, day);
      if (back !== null) {
        sales.push(back);
        returned = true;
        for (const line of back.lines) {
          const item = items.find((owned) => owned.saleLineId === line.returnOfLineId);
          if (item !== undefined) item.status = 'returned';
        }
      }
    }
  }
  if (returned || crowded) sales.sort((a, b) => a.at - b.at);
  return { sales, items };
}
