/**
 * Named parts out of a zip, by its central directory. Nothing is unpacked that is not asked for; what is unpacked
 * is bounded while it is unpacked, whatever size the directory claims. No zip64, no encryption, no split archives:
 * Word and Excel write none of these for a document.
 */

import { crc32, inflateRawSync } from 'node:zlib';
import { MAX_ENTRIES, MAX_PART_BYTES, MAX_UNPACKED_BYTES } from './limits';
import { Refusal, broken, tooLarge } from './refusal';

interface Entry {
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

export interface Archive {
  has(name: string): boolean;
  /** Names of all parts, as the directory lists them. */
  names(): readonly string[];
  /** The part's text, or undefined where there is no such part. */
  text(name: string): string | undefined;
}

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 0xffff;

/** Bytes that one unpacked part, and all that are read, may have. */
export interface ArchiveLimits {
  readonly part: number;
  readonly total: number;
}

const DEFAULT_LIMITS: ArchiveLimits = { part: MAX_PART_BYTES, total: MAX_UNPACKED_BYTES };

/** Opens a zip; throws a Refusal where it is none. */
export function openArchive(bytes: Uint8Array, limits: ArchiveLimits = DEFAULT_LIMITS): Archive {
  const entries = directoryOf(bytes, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  let spent = 0;
  return {
    has: (name) => entries.has(name),
    names: () => [...entries.keys()],
    text: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const content = unpack(bytes, entry, name, limits.part);
      spent += content.byteLength;
      if (spent > limits.total) throw tooLarge('nội dung giải nén', limits.total);
      return decodeXml(content);
    },
  };
}

function directoryOf(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES) throw broken('quá nhiều phần trong tệp nén');
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.byteLength || view.getUint32(at, true) !== ENTRY_SIGNATURE)
      throw broken('mục lục tệp nén hỏng');
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name, {
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw broken('không phải tệp nén của Word hay Excel, hoặc tệp bị cắt cụt');
}

function unpack(bytes: Uint8Array, entry: Entry, name: string, most: number): Uint8Array {
  if (entry.flags & 1) throw new Refusal('BC1604');
  if (entry.size > most) throw tooLarge(name, most);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const at = entry.offset;
  if (at + 30 > bytes.byteLength || view.getUint32(at, true) !== LOCAL_SIGNATURE)
    throw broken(`phần ${name} không đọc được`);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const packed = bytes.subarray(start, start + entry.packed);
  const content = entry.method === 0 ? packed : inflate(packed, name, most);
  if (entry.method !== 0 && entry.method !== 8) throw broken(`phần ${name} nén theo kiểu lạ`);
  if (crc32(content) !== entry.crc) throw broken(`phần ${name} sai mã kiểm tra`);
  return content;
}

function inflate(packed: Uint8Array, name: string, most: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: most });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(name, most);
    throw broken(`phần ${name} không giải nén được`);
  }
}

/**
 * XML parts are UTF-8, or UTF-16 with its mark. A Buffer makes the same text of UTF-8 as a TextDecoder, several times
 * as fast; it leaves a byte-order mark in.
 */
function decodeXml(content: Uint8Array): string {
  const [a, b] = content;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(content);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(content);
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}
