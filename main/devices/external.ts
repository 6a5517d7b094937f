/** What may open in the machine's own programs: the web, mail and telephone, nothing that runs a file. */
export function isAllowedExternal(address: string): boolean {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return false;
  }
  return url.protocol === 'https:' || url.protocol === 'mailto:' || url.protocol === 'tel:';
}
