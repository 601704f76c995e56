/**
 * What is installed so that `run-due` is called by itself: lines for cron, units for systemd. Text only, from what the
 * machine is like; the same machine gives the same text. How often is the schedule's; what is due is `run-due`'s, in
 * Hà Nội time, so that the machine's own time zone decides nothing.
 */

export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

/** Absolute paths on the machine where it will run. */
export interface Machine {
  readonly node: string;
  readonly program: string;
  readonly workspace: string;
  readonly user: string;
  /** `logger` of the system, which leads to the journal; null where there is none: cron then sends mail. */
  readonly logger: string | null;
  /** `flock` of util-linux; null where there is none: `run-due`'s own lock is enough. */
  readonly flock: string | null;
}

export interface Timer {
  readonly machine: Machine;
  readonly everyMinutes: number;
  readonly plan: string;
  /** The store, when another than the workspace's own. */
  readonly db: string | null;
}

export interface TimerFile {
  readonly name: string;
  readonly text: string;
}

function commandOf({ machine, plan, db }: Timer): readonly string[] {
  const store = db === null ? [] : ['--db', db];
  return [machine.node, machine.program, 'run-due', '--workspace', machine.workspace, '--plan', plan, ...store];
}

/** For sh; words of plain characters stand as they are. */
function shellWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * Lines of a crontab. Every quarter of an hour is the same in any time zone of whole quarters, so a cron that does not
 * read CRON_TZ (Debian's 3.0pl1) looks at the same instants; it hands the variable on to the command.
 */
export function crontabText(timer: Timer): string {
  const { machine, everyMinutes } = timer;
  const work = commandOf(timer).map(shellWord).join(' ');
  const lock = shellWord(`${machine.workspace}/data/run-due.lock`);
  const alone = machine.flock === null ? work : `${shellWord(machine.flock)} -n -E 0 ${lock} ${work}`;
  const logged = machine.logger === null ? alone : `${alone} 2>&1 | ${shellWord(machine.logger)} -t baocao`;
  // In a crontab % ends the command unless it is escaped.
  const command = `cd ${shellWord(machine.workspace)} && ${logged}`.replaceAll('%', '\\%');
  return [
    '# baocao: cứ mỗi nhịp xem có việc nào đến hạn (giờ Việt Nam) thì làm; gọi bao nhiêu lần cũng được.',
    '# cron của Debian (3.0pl1) không đọc CRON_TZ: nhịp này không phụ thuộc múi giờ, chương trình tự tính giờ Việt Nam.',
    `CRON_TZ=${TIME_ZONE}`,
    `TZ=${TIME_ZONE}`,
    'SHELL=/bin/sh',
    'PATH=/usr/local/bin:/usr/bin:/bin',
    `${minutesOf(everyMinutes)} * * * * ${command}`,
    '',
  ].join('\n');
}

const minutesOf = (every: number): string => (every === 60 ? '0' : every === 1 ? '*' : `*/${every}`);

/** A word of a systemd command line: quoted, with its specifiers and variables taken literally. */
function systemdWord(word: string): string {
  const literal = word.replaceAll('%', '%%').replaceAll('$', '$$$$');
  return `"${literal.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** A path in a setting of systemd, where no quotes are read. */
const systemdPath = (path: string): string => path.replaceAll('%', '%%');

/** A service that does the work once and a timer that calls it; systemd never starts a second one beside it. */
export function systemdFiles(timer: Timer): readonly TimerFile[] {
  const { machine, everyMinutes } = timer;
  const service = [
    '[Unit]',
    'Description=baocao: làm những việc đến hạn',
    'Wants=network-online.target',
    'After=network-online.target',
    '',
    '[Service]',
    'Type=oneshot',
    `User=${machine.user}`,
    `WorkingDirectory=${systemdPath(machine.workspace)}`,
    `Environment=TZ=${TIME_ZONE}`,
    `ExecStart=${commandOf(timer).map(systemdWord).join(' ')}`,
    'StandardOutput=journal',
    'StandardError=journal',
    'SyslogIdentifier=baocao',
    'Nice=5',
    '',
  ];
  const every = everyMinutes === 60 ? '*:00:00' : `*:0/${everyMinutes}:00`;
  const clock = [
    '[Unit]',
    'Description=baocao: xem có việc nào đến hạn',
    '',
    '[Timer]',
    `OnCalendar=*-*-* ${every} ${TIME_ZONE}`,
    'Persistent=true',
    'AccuracySec=1s',
    'Unit=baocao.service',
    '',
    '[Install]',
    'WantedBy=timers.target',
    '',
  ];
  return [
    { name: 'baocao.service', text: service.join('\n') },
    { name: 'baocao.timer', text: clock.join('\n') },
  ];
}
