/** Standard output and error of work that must go on when whoever listened is gone. */

/**
 * A log reader that ended (logger without its socket, a closed terminal) gives EPIPE on the next line; without this
 * the process would die of it in the middle of its work.
 */
export function keepWorkingUnheard(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (failure: NodeJS.ErrnoException) => {
      if (failure.code !== 'EPIPE') throw failure;
    });
}
