import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { FileProblem, readProblem } from './problems';

/** A file being read from start to end, unpacked on the way when it is gzip. */
export interface ByteSource {
  readonly compressed: boolean;
  /** Size on disk, so compressed bytes for a gzip file. */
  readonly totalBytes: number;
  /** How many of `totalBytes` were read so far. */
  bytesRead(): number;
  /** The unpacked bytes; leaving the loop early closes the file. */
  chunks(): AsyncGenerator<Buffer, void, undefined>;
}

const CHUNK_BYTES = 256 * 1024;

async function inspect(path: string): Promise<{ compressed: boolean; totalBytes: number }> {
  const handle = await open(path, 'r');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new FileProblem('FILE_NOT_READABLE', { system: 'EISDIR' });
    const magic = Buffer.alloc(2);
    const { bytesRead } = await handle.read(magic, 0, 2, 0);
    return { compressed: bytesRead === 2 && magic.readUInt16BE(0) === 0x1f8b, totalBytes: stat.size };
  } finally {
    await handle.close();
  }
}

/** Looks at a file and prepares to read it; gzip is told by its first bytes, never by its name. */
export async function openBytes(path: string): Promise<ByteSource> {
  let read = 0;
  const { compressed, totalBytes } = await inspect(path).catch((error: unknown) => {
    throw readProblem(error);
  });
  if (totalBytes === 0) throw new FileProblem('FILE_EMPTY');

  async function* chunks(): AsyncGenerator<Buffer, void, undefined> {
    const raw = createReadStream(path, { highWaterMark: CHUNK_BYTES });
    const unpacked = compressed ? createGunzip({ chunkSize: CHUNK_BYTES }) : null;
    if (unpacked !== null) {
      raw.on('error', (error) => unpacked.destroy(error));
      raw.pipe(unpacked);
    }
    try {
      for await (const chunk of unpacked ?? raw) {
        read = raw.bytesRead;
        yield chunk as Buffer;
      }
      read = totalBytes;
    } catch (error) {
      throw readProblem(error);
    } finally {
      raw.destroy();
      unpacked?.destroy();
    }
  }

  return { compressed, totalBytes, bytesRead: () => read, chunks };
}
