const DAY = 86_400_000;
const REMEMBERED_DAYS = 20_000;

interface Zone {
  format: Intl.DateTimeFormat;
  /** Offset per UTC day on which the zone's clock does not change. */
  steady: Map<number, number>;
}

const zones = new Map<string, Zone>();

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone);
  if (zone === undefined) {
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    zone = { format, steady: new Map() };
    zones.set(timeZone, zone);
  }
  return zone;
}

/** How far the zone's clock is ahead of UTC at an instant, in milliseconds. */
function offsetAt(zone: Zone, instant: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of zone.format.formatToParts(instant)) part[type] = Number(value);
  const clock = Date.UTC(
    part.year ?? 0,
    (part.month ?? 1) - 1,
    part.day ?? 1,
    part.hour ?? 0,
    part.minute ?? 0,
    part.second ?? 0,
  );
  return clock - Math.floor(instant / 1000) * 1000;
}

/**
 * The instant at which the clock of a zone shows a civil time, given as if it were UTC. Null where the clock leaps
 * over that time; the earlier instant where it shows it twice.
 */
export function instantOf(civil: number, timeZone: string): number | null {
  const zone = zoneOf(timeZone);
  const day = Math.floor(civil / DAY);
  const known = zone.steady.get(day);
  if (known !== undefined) return civil - known;

  // Two days around hold every offset (-12 to +14 hours) and every change that could matter.
  const before = offsetAt(zone, (day - 1) * DAY);
  const after = offsetAt(zone, (day + 2) * DAY);
  if (before === after) {
    if (zone.steady.size >= REMEMBERED_DAYS) zone.steady.clear();
    zone.steady.set(day, before);
    return civil - before;
  }
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetAt(zone, civil - offset) === offset) return civil - offset;
  }
  return null;
}
