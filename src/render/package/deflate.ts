/** Text that travels inside another file: deflated by fflate (the same bytes everywhere), written as base64. */

import { deflateSync } from 'fflate';

/** Raw deflate of the UTF-8 text, in base64; a browser reads it back with `DecompressionStream('deflate-raw')`. */
export function deflatedBase64(text: string): string {
  const bytes = deflateSync(new TextEncoder().encode(text), { level: 9 });
  return Buffer.from(bytes).toString('base64');
}
