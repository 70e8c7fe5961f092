/** Bytes as text for an address: deflated, in base64url. */

/** Bytes that are unpacked at a time: deflate makes at most a thousand times as many of them. */
const SLICE = 256;

/** Packs bytes. */
export async function pack(bytes: Uint8Array): Promise<string> {
  const packed = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const deflated = new Uint8Array(await new Response(packed).arrayBuffer());
  // A call takes only so many arguments.
  const characters = Array.from(deflated, (byte) => String.fromCharCode(byte)).join('');
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** What became of a text that was to be unpacked. */
export type Unpacked = Uint8Array | 'torn' | 'too large';

/** Unpacks bytes, at most `most` of them; it stops there, however many would follow. */
export async function unpack(text: string, most: number): Promise<Unpacked> {
  // Deflate makes nothing larger than by a few bytes, so a longer text is no honest one.
  if (text.length > most * 1.4 + 64) return 'too large';
  const packed = bytesOf(text);
  return packed ? await inflate(packed, most) : 'torn';
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]+$/.test(text) || text.length % 4 === 1) return null;
  const characters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(characters, (character) => character.charCodeAt(0));
}

async function inflate(packed: Uint8Array<ArrayBuffer>, most: number): Promise<Unpacked> {
  const stream = new DecompressionStream('deflate-raw');
  const writer = stream.writable.getWriter();
  // Slice by slice, each after the one before was read: a small bomb must not fill the memory at once.
  const fed = feed(writer, packed);
  fed.catch(() => {});
  const reader = stream.readable.getReader();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > most) {
        await reader.cancel();
        return 'too large';
      }
      pieces.push(value);
    }
    await fed;
  } catch {
    return 'torn';
  }
  return new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, packed: Uint8Array<ArrayBuffer>): Promise<void> {
  for (let at = 0; at < packed.length; at += SLICE) await writer.write(packed.subarray(at, at + SLICE));
  await writer.close();
}
