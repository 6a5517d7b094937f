/** Opens the kept databases; everybody in them is invented. */
export const keptKeyHex = '0123456789abcdef'.repeat(4);
