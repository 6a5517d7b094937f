import { CliError, exitCodes } from './output';

/**
 * A secret from the environment, or typed at the terminal without being shown. Never from the arguments, which every
 * user of the machine can read. Fails with SECRET_MISSING where there is neither.
 */
export async function secret(variable: string, prompt: string): Promise<string> {
  const given = process.env[variable];
  if (given) return given;
  if (!process.stdin.isTTY) throw new CliError('SECRET_MISSING', { variable }, exitCodes.usage);
  process.stderr.write(`${prompt}: `);
  process.stdin.setRawMode(true);
  process.stdin.setEncoding('utf8');
  try {
    return await readHidden();
  } finally {
    process.stdin.setRawMode(false);
    process.stdin.pause();
    process.stderr.write('\n');
  }
}

function readHidden(): Promise<string> {
  return new Promise((resolve, reject) => {
    let typed = '';
    const onData = (chunk: string) => {
      for (const key of chunk) {
        if (key === '\r' || key === '\n') return finish(() => resolve(typed));
        if (key === '\u0003') return finish(() => reject(new CliError('CANCELLED')));
        typed = key === '\u007f' || key === '\b' ? typed.slice(0, -1) : typed + key;
      }
    };
    const finish = (settle: () => void) => {
      process.stdin.off('data', onData);
      settle();
    };
    process.stdin.on('data', onData);
    process.stdin.resume();
  });
}
