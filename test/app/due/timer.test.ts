/** What is installed for cron and systemd: golden texts with placeholder paths, and paths that need quoting. */

import { crontabText, systemdFiles, type Machine, type Timer } from '../../../src/app/due/timer';
import { expectGolden } from '../../support/golden';

const machine: Machine = {
  node: '/opt/node/bin/node',
  program: '/opt/baocao/bin/baocao.js',
  workspace: '/srv/baocao',
  user: 'nguoi-chay',
  logger: '/usr/bin/logger',
  flock: '/usr/bin/flock',
};
const timer: Timer = { machine, everyMinutes: 15, plan: 'ke-hoach-mau', db: null };

it('the crontab', () => expectGolden('timer/crontab.txt', crontabText(timer)));

it.each(systemdFiles(timer))('the unit $name', ({ name, text }) => expectGolden(`timer/${name}`, text));

it('without logger and flock the command stands alone', () => {
  const text = crontabText({ ...timer, machine: { ...machine, logger: null, flock: null } });
  expect(text.trimEnd().split('\n').at(-1)).toBe(
    '*/15 * * * * cd /srv/baocao && /opt/node/bin/node /opt/baocao/bin/baocao.js run-due --workspace /srv/baocao --plan ke-hoach-mau',
  );
});

it.each([
  [1, '* * * * * ', 'OnCalendar=*-*-* *:0/1:00 '],
  [30, '*/30 * * * * ', 'OnCalendar=*-*-* *:0/30:00 '],
  [60, '0 * * * * ', 'OnCalendar=*-*-* *:00:00 '],
])('every %s minutes', (everyMinutes, cron, calendar) => {
  expect(crontabText({ ...timer, everyMinutes })).toContain(`\n${cron}`);
  expect(systemdFiles({ ...timer, everyMinutes })[1]?.text).toContain(`\n${calendar}`);
});

it('paths with blanks, quotes, percents and dollars reach the command as they are', () => {
  const odd = {
    ...timer,
    machine: { ...machine, workspace: "/srv/Báo cáo 100%/o'n $x" },
    db: 'sqlite:/srv/a b.sqlite',
  };
  const line = crontabText(odd).trimEnd().split('\n').at(-1);
  expect(line).toContain(`cd '/srv/Báo cáo 100\\%/o'\\''n $x' && `);
  expect(line).toContain(`--db 'sqlite:/srv/a b.sqlite'`);
  const service = systemdFiles(odd)[0]?.text;
  expect(service).toContain(`"--workspace" "/srv/Báo cáo 100%%/o'n $$x"`);
  expect(service).toContain(`\nWorkingDirectory=/srv/Báo cáo 100%%/o'n $x\n`);
});
